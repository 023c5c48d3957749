namespace TuneSearch.Grains.Hosting;

/// <summary>How this process takes part in a cluster of silos; section «Orleans» of the settings.</summary>
public sealed class SiloOptions
{
    /// <summary>Redis connection string under which silos find each other, «host:6379,password=…»; null for one silo on this machine.</summary>
    public string? Redis { get; set; }

    /// <summary>Silos of one installation share it.</summary>
    public string ClusterId { get; set; } = "tunesearch";

    /// <summary>Where other silos reach this one; 0 for a free port, where nobody else has to.</summary>
    public int SiloPort { get; set; } = 11111;

    /// <summary>Where clients that are not silos reach this one.</summary>
    public int GatewayPort { get; set; } = 30000;
}
