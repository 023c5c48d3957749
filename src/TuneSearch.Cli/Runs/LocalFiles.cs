using TuneSearch.Core.Jobs;
using TuneSearch.Core.Validation;
using TuneSearch.Files;
using TuneSearch.Kafka.Catalogue;

namespace TuneSearch.Cli.Runs;

/// <summary>Job files of the person at the keyboard.</summary>
internal static class LocalFiles
{
    public static FileValidator Validator { get; } = new(new KafkaParameterCatalogue());

    /// <param name="laws">What jobs have to obey besides, with paths of the job as places.</param>
    public static FileValidator ValidatorWith(Func<JobSpec, IEnumerable<Problem>> laws) => new(new KafkaParameterCatalogue(), laws);

    /// <exception cref="CliException">With everything that is wrong with the job and the files it names.</exception>
    public static JobFromDisk Job(string path)
    {
        var job = Validator.Job(path);
        return job.IsValid ? job.Value : throw new CliException(ExitCode.BadInput, job.Problems);
    }
}
