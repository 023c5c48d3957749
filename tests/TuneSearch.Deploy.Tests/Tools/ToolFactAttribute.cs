namespace TuneSearch.Deploy.Tests.Tools;

/// <summary>A test that needs a program of the machine, skipped with the reason where it is missing.</summary>
internal sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(string tool, string debianPackage)
    {
        if (!Tool.IsInstalled(tool))
        {
            Skip = $"{tool} is not installed (Debian: apt-get install {debianPackage})";
        }
    }
}
