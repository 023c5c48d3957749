using System.Text;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Kafka.Export;

/// <summary>Text with comment lines of one style.</summary>
internal sealed class CommentedText(string comment = "# ")
{
    private readonly StringBuilder _text = new();

    public CommentedText Comment(string line, string indent = "")
    {
        _text.Append(indent).Append(comment).Append(line.ReplaceLineEndings(" ")).Append('\n');
        return this;
    }

    public CommentedText Comments(IEnumerable<string> lines, string indent = "")
    {
        foreach (var line in lines)
        {
            Comment(line, indent);
        }

        return this;
    }

    public CommentedText Line(string line = "")
    {
        _text.Append(line).Append('\n');
        return this;
    }

    /// <summary>Names what the form cannot carry, under a line of its own.</summary>
    public CommentedText Elsewhere(Answer answer, params ParameterScope[] scopes) => Elsewhere(answer.In(scopes));

    public CommentedText Elsewhere(IEnumerable<AnswerLine> others)
    {
        var lines = others.Select(line => Remarks.Elsewhere(line, BrokerSettings.HomeOf(line))).ToList();
        return lines.Count == 0 ? this : Line().Comments(lines);
    }

    public override string ToString() => _text.ToString();
}
