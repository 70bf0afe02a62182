using System.Text;
using System.Text.Unicode;

namespace Missive.Lua;

/// <summary>A text to be searched: as characters where it is UTF-8, otherwise as its bytes.</summary>
internal sealed class Subject
{
    private readonly Encoding _encoding;
    private int _countedTo;
    private int _countedBytes;

    public Subject(ReadOnlySpan<byte> bytes)
    {
        _encoding = Utf8.IsValid(bytes) ? Encoding.UTF8 : Encoding.Latin1;
        Text = _encoding.GetString(bytes);
    }

    public string Text { get; }

    public byte[] Encode(ReadOnlySpan<char> text)
    {
        var bytes = new byte[_encoding.GetByteCount(text)];
        _encoding.GetBytes(text, bytes);
        return bytes;
    }

    /// <summary>How many bytes stand before a character. Fast when asked in ascending order.</summary>
    public int BytesBefore(int index)
    {
        if (index < _countedTo)
        {
            (_countedTo, _countedBytes) = (0, 0);
        }

        _countedBytes += _encoding.GetByteCount(Text.AsSpan(_countedTo, index - _countedTo));
        _countedTo = index;
        return _countedBytes;
    }
}
