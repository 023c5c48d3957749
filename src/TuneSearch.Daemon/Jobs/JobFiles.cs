using Microsoft.Extensions.Options;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Validation;
using TuneSearch.Daemon.Options;
using TuneSearch.Daemon.Security;
using TuneSearch.Files.Jobs;

namespace TuneSearch.Daemon.Jobs;

/// <summary>Reads job files below the job roots.</summary>
internal sealed class JobFiles(IOptions<DaemonOptions> options) : IJobFiles
{
    private readonly JobRoots _roots = JobRoots.Of(options.Value);

    public JobBundle Collect(string path)
    {
        var file = _roots.Resolve(path) ?? throw new InvalidInputException([new Problem(
            path,
            $"no file of this name lies below the daemon's job roots ({_roots})",
            "Add its folder to TuneSearch:JobRoots, or send the job as a bundle as tunesearch submit does")]);
        return new JobBundler(_roots.Paths).Collect(file).OrThrow();
    }
}
