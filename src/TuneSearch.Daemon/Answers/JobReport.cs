using TuneSearch.Daemon.Jobs;

namespace TuneSearch.Daemon.Answers;

public static class JobReport
{
    public static string Markdown(JobReading job) => "# " + job.Id + "\n";
}
