using TuneSearch.Cli.Runs;

namespace TuneSearch.Cli.Tests.Runs;

public sealed class CommandWordsTests
{
    [Theory]
    [InlineData("python3  /srv/evaluate.py ", "python3|/srv/evaluate.py")]
    [InlineData("""  "/opt/my tools/evaluate" --fast""", "/opt/my tools/evaluate|--fast")]
    [InlineData("'/opt/my tools/evaluate' 'a \"b\"'", "/opt/my tools/evaluate|a \"b\"")]
    [InlineData("""echo it's "half""", "echo|it's|\"half")]
    [InlineData("", "")]
    public void Of_ALine_KeepsWhatIsQuotedTogether(string line, string words) => string.Join('|', CommandWords.Of(line)).ShouldBe(words);
}
