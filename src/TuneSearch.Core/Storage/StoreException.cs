namespace TuneSearch.Core.Storage;

/// <summary>The store itself fails: disk full, file damaged, server out of reach. Its message says what, where, why and the way out; nothing is half-written.</summary>
public sealed class StoreException(string message, Exception? innerException = null) : Exception(message, innerException);
