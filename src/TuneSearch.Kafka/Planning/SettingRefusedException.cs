namespace TuneSearch.Kafka.Planning;

/// <summary>The cluster refuses a value; the message is in its own words.</summary>
internal sealed class SettingRefusedException(string words, Exception? inner = null) : Exception(words, inner);
