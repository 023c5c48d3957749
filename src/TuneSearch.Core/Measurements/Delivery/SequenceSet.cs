using System.Numerics;

namespace TuneSearch.Core.Measurements.Delivery;

/// <summary>A growing set of message numbers, one bit each. One writer; who reads meanwhile may miss the newest, and nothing else.</summary>
public sealed class SequenceSet
{
    private ulong[] _words = new ulong[64];

    /// <summary>How many numbers are in the set.</summary>
    public long Count
    {
        get
        {
            var count = 0L;
            foreach (var word in _words)
            {
                count += BitOperations.PopCount(word);
            }

            return count;
        }
    }

    /// <summary>False where the number was in the set already.</summary>
    public bool Add(long sequence)
    {
        var word = (int)(sequence >> 6);
        if (word >= _words.Length)
        {
            Array.Resize(ref _words, Math.Max(word + 1, _words.Length * 2));
        }

        var bit = 1UL << (int)(sequence & 63);
        var isNew = (_words[word] & bit) == 0;
        _words[word] |= bit;
        return isNew;
    }

    public bool Contains(long sequence) => (Word((int)(sequence >> 6)) >> (int)(sequence & 63) & 1) == 1;

    /// <summary>How many numbers are in both sets.</summary>
    public long CountCommon(SequenceSet other)
    {
        var count = 0L;
        for (var i = 0; i < _words.Length; i++)
        {
            count += BitOperations.PopCount(_words[i] & other.Word(i));
        }

        return count;
    }

    /// <summary>How many numbers of this set are not in the other.</summary>
    public long CountMissingFrom(SequenceSet other)
    {
        var count = 0L;
        for (var i = 0; i < _words.Length; i++)
        {
            count += BitOperations.PopCount(_words[i] & ~other.Word(i));
        }

        return count;
    }

    public void Union(SequenceSet other)
    {
        // Taken once: the other's writer may grow it meanwhile, and what it adds then is only seen the next time.
        var words = other._words;
        if (words.Length > _words.Length)
        {
            Array.Resize(ref _words, words.Length);
        }

        for (var i = 0; i < words.Length; i++)
        {
            _words[i] |= words[i];
        }
    }

    /// <summary>Takes the other's numbers out of this set.</summary>
    public void Except(SequenceSet other)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            _words[i] &= ~other.Word(i);
        }
    }

    private ulong Word(int index) => index < _words.Length ? _words[index] : 0;
}
