using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Missive.Lua;

/// <summary>Writes Lua values as JSON, straight from the stack.</summary>
internal sealed class LuaToJson : IDisposable
{
    /// <summary>How deep tables may lie in each other.</summary>
    public const int MaxDepth = 512;

    private readonly ArrayBufferWriter<byte> _buffer = new(1024);
    private readonly Utf8JsonWriter _compact;
    private readonly Utf8JsonWriter _indented;
    private readonly List<PathSegment> _path = [];
    private readonly List<nint> _open = [];
    private Utf8JsonWriter _writer;
    private LuaStack _stack;
    private bool _isLenient;
    private long _limit;

    public LuaToJson()
    {
        var options = new JsonWriterOptions
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            MaxDepth = MaxDepth + 1,
            SkipValidation = true,
            NewLine = "\n",
            IndentSize = 4,
        };
        _compact = new Utf8JsonWriter(_buffer, options);
        _indented = new Utf8JsonWriter(_buffer, options with { Indented = true });
        _writer = _compact;
    }

    /// <summary>Writes a value. What has no JSON is refused.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="index">Where the value lies.</param>
    /// <param name="indented">Whether to write it for people.</param>
    /// <param name="limit">How many bytes it may have.</param>
    /// <returns>The JSON, valid until the next.</returns>
    /// <exception cref="LuaException">The value has no JSON, or too much.</exception>
    public ReadOnlySpan<byte> Write(LuaStack stack, int index, bool indented, long limit)
    {
        Start(stack, indented ? _indented : _compact, isLenient: false, limit);
        Write(LuaApi.lua_absindex(stack.State, index));
        _writer.Flush();
        return _buffer.WrittenSpan;
    }

    /// <summary>Writes the topmost values as a list. What has no JSON becomes text, and numbers that JSON lacks null.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="first">Where the first lies; all above it are written.</param>
    /// <param name="limit">How many bytes they may have.</param>
    /// <returns>The JSON, valid until the next.</returns>
    /// <exception cref="LuaException">It is too much.</exception>
    public ReadOnlySpan<byte> WriteAll(LuaStack stack, int first, long limit)
    {
        Start(stack, _compact, isLenient: true, limit);
        _writer.WriteStartArray();
        var last = stack.Top;
        for (var index = first; index <= last; index++)
        {
            Write(index);
        }

        _writer.WriteEndArray();
        _writer.Flush();
        return _buffer.WrittenSpan;
    }

    public void Dispose()
    {
        _compact.Dispose();
        _indented.Dispose();
    }

    private void Start(LuaStack stack, Utf8JsonWriter writer, bool isLenient, long limit)
    {
        _stack = stack;
        _writer = writer;
        _isLenient = isLenient;
        _limit = limit;
        _path.Clear();
        _open.Clear();
        _buffer.ResetWrittenCount();
        writer.Reset();
    }

    private void Write(int index)
    {
        switch (_stack.Type(index))
        {
            case LuaType.Nil or LuaType.None:
                _writer.WriteNullValue();
                break;
            case LuaType.Boolean:
                _writer.WriteBooleanValue(_stack.Boolean(index));
                break;
            case LuaType.Number when _stack.IsInteger(index):
                _writer.WriteNumberValue(_stack.Integer(index));
                break;
            case LuaType.Number:
                WriteNumber(_stack.Number(index));
                break;
            case LuaType.String:
                WriteText(_stack.Text(index));
                break;
            case LuaType.Table:
                WriteTable(index);
                break;
            case LuaType.LightUserdata when ScalarText.IsNull(_stack, index):
                _writer.WriteNullValue();
                break;
            case var type when _isLenient:
                _writer.WriteStringValue($"<{ScalarText.NameOf(type)}>");
                break;
            case var type:
                throw Refuse($"a {ScalarText.NameOf(type)} has no JSON");
        }
    }

    private void WriteNumber(double number)
    {
        if (double.IsFinite(number))
        {
            _writer.WriteNumberValue(number);
        }
        else if (_isLenient)
        {
            _writer.WriteNullValue();
        }
        else
        {
            throw Refuse($"{(double.IsNaN(number) ? "nan" : number > 0 ? "inf" : "-inf")} has no JSON");
        }
    }

    private void WriteText(ReadOnlySpan<byte> text)
    {
        CheckSize(text.Length);
        if (Utf8.IsValid(text))
        {
            _writer.WriteStringValue(text);
        }
        else if (_isLenient)
        {
            _writer.WriteStringValue(Encoding.UTF8.GetString(text));
        }
        else
        {
            throw Refuse("the text is not UTF-8");
        }
    }

    private void WriteTable(int index)
    {
        var identity = _stack.Identity(index);
        if (_open.Contains(identity))
        {
            Replace("<circular>", "a table that contains itself has no JSON");
            return;
        }

        if (_open.Count == MaxDepth || !_stack.TryReserve(8))
        {
            Replace("<too deep>", $"tables lie in each other more than {MaxDepth} deep");
            return;
        }

        CheckSize(2);
        _open.Add(identity);
        if (!Sequence.TryGetLength(_stack, index, out var length))
        {
            WriteObject(index);
        }
        else if (length > 0)
        {
            WriteList(index, length);
        }
        else
        {
            WriteEmpty(index);
        }

        _open.RemoveAt(_open.Count - 1);
    }

    private void Replace(string text, string problem)
    {
        if (!_isLenient)
        {
            throw Refuse(problem);
        }

        _writer.WriteStringValue(text);
    }

    private void WriteList(int index, long length)
    {
        _writer.WriteStartArray();
        for (var i = 1L; i <= length; i++)
        {
            _stack.GetItem(index, i);
            _path.Add(new PathSegment(0, i));
            Write(_stack.Top);
            _path.RemoveAt(_path.Count - 1);
            _stack.Pop();
        }

        _writer.WriteEndArray();
    }

    // An object whose fields were all null has no entries in Lua.
    private void WriteEmpty(int index)
    {
        if (TableMarks.Of(_stack, index) == TableMark.Object)
        {
            WriteObject(index);
            return;
        }

        _writer.WriteStartArray();
        _writer.WriteEndArray();
    }

    private void WriteObject(int index)
    {
        using var entries = TableEntries.Read(_stack, index);
        _writer.WriteStartObject();
        for (var i = 0; i < entries.Count; i++)
        {
            _path.Add(new PathSegment(entries.KeyIndex(i), 0));
            WriteKey(index, entries, i);
            Write(entries.ValueIndex(i));
            _path.RemoveAt(_path.Count - 1);
        }

        _writer.WriteEndObject();
    }

    private void WriteKey(int table, in TableEntries entries, int entry)
    {
        var key = entries.KeyText(entry);
        CheckSize(key.Length);
        if (entries.KeyType(entry) is not (LuaType.String or LuaType.Number) && !_isLenient)
        {
            throw Refuse($"a {ScalarText.NameOf(entries.KeyType(entry))} is no key of JSON");
        }

        if (!Utf8.IsValid(key))
        {
            if (!_isLenient)
            {
                throw Refuse("the key is not UTF-8");
            }

            _writer.WritePropertyName(Encoding.UTF8.GetString(key));
            return;
        }

        if (entries.KeyType(entry) == LuaType.String && !_isLenient && IsInteger(key, out var number))
        {
            var isTwice = _stack.GetItem(table, number) != LuaType.Nil;
            _stack.Pop();
            if (isTwice)
            {
                throw Refuse($"the number {number} and the text \"{number}\" are the same key in JSON");
            }
        }

        _writer.WritePropertyName(key);
    }

    private static bool IsInteger(ReadOnlySpan<byte> text, out long number)
    {
        number = 0;
        return text.Length is > 0 and < 21
            && text[0] is (byte)'-' or (>= (byte)'0' and <= (byte)'9')
            && Utf8Parser.TryParse(text, out number, out var used)
            && used == text.Length
            && number.ToString(CultureInfo.InvariantCulture).Length == used;
    }

    private void CheckSize(int more)
    {
        if (_buffer.WrittenCount + _writer.BytesPending + (long)more > _limit)
        {
            throw LuaException.OutOfMemory();
        }
    }

    private LuaException Refuse(string problem)
    {
        var path = new StringBuilder();
        foreach (var segment in _path)
        {
            if (segment.Key == 0)
            {
                path.Append(CultureInfo.InvariantCulture, $"[{segment.Item}]");
            }
            else
            {
                path.Append(path.Length == 0 ? "" : ".").Append(Encoding.UTF8.GetString(ScalarText.Of(_stack, segment.Key)));
            }
        }

        return new LuaException(new LuaFailure(
            path.Length == 0 ? problem : $"{path}: {problem}", LuaFailureCodes.NoJson, path.Length == 0 ? null : path.ToString()));
    }

    /// <summary>A step on the way to a value: where its key lies on the stack, or zero and the item's number.</summary>
    private readonly record struct PathSegment(int Key, long Item);
}
