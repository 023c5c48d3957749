namespace TuneSearch.Core.Objectives;

public enum Goal
{
    Maximize,
    Minimize,
}
