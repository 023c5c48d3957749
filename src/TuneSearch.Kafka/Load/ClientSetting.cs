namespace TuneSearch.Kafka.Load;

/// <summary>One setting in librdkafka's words.</summary>
public readonly record struct ClientSetting(string Name, string Value);
