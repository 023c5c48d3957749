namespace TuneSearch.Kafka.Clusters.Simulated;

/// <param name="Wanted">Messages a second before the clients' own limits.</param>
/// <param name="Rate">Messages a second that get through.</param>
internal sealed record ProfileFlow(ProfileDemand Demand, ProducerTraffic Traffic, double Wanted, double Rate);
