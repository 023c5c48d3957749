using Confluent.Kafka;
using TuneSearch.Core.Measurements.Delivery;

namespace TuneSearch.Kafka.Load.Producing;

/// <summary>Begins, commits and aborts a producer's transactions as its plan says. Lives on the sending thread.</summary>
internal sealed class TransactionCycle(ProducerTask task, IProducer<Null, Null> producer, ClientErrors errors)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    private long _transaction;
    private long _first;
    private long _sent;

    /// <summary>Messages of aborted transactions: their readers are not to see them.</summary>
    public SequenceSet Withdrawn { get; } = new();

    public void Begin()
    {
        Try(() => producer.InitTransactions(Timeout));
        Try(producer.BeginTransaction);
    }

    public void AfterSend()
    {
        _sent++;
        if (_sent - _first >= task.Plan.Profile.Transactions!.MessagesPerTransaction)
        {
            End();
            Try(producer.BeginTransaction);
        }
    }

    /// <summary>Ends the last transaction; must not begin another.</summary>
    public void Close()
    {
        if (_sent > _first)
        {
            End();
        }
    }

    private void End()
    {
        if (task.Plan.Aborts(task.Number, _transaction))
        {
            Try(() => producer.AbortTransaction(Timeout));
            for (var sequence = _first; sequence < _sent; sequence++)
            {
                Withdrawn.Add(sequence);
            }
        }
        else
        {
            Try(() => producer.CommitTransaction(Timeout));
        }

        _transaction++;
        _first = _sent;
    }

    private void Try(Action action)
    {
        try
        {
            action();
        }
        catch (KafkaException e)
        {
            errors.Note(e.Error);
        }
    }
}
