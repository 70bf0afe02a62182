namespace Kosmo.Lua.Repl;

/// <summary>The lines entered before, kept in a file that only its owner may read: scripts can hold secrets.</summary>
/// <param name="file">Where they are kept; null to keep them in memory only.</param>
internal sealed class LineHistory(string? file)
{
    private const int MaxLines = 1000;
    private const UnixFileMode OnlyUser = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly List<string> _lines = Load(file);
    private int _position = -1;
    private string _unfinished = "";

    /// <summary>Adds a line and goes back to the newest. Blank lines and repetitions are left out.</summary>
    public void Add(string line)
    {
        _position = -1;
        if (string.IsNullOrWhiteSpace(line) || (_lines.Count > 0 && _lines[^1] == line))
        {
            return;
        }

        _lines.Add(line);
        if (_lines.Count > MaxLines)
        {
            _lines.RemoveRange(0, _lines.Count - MaxLines);
        }
    }

    /// <summary>The line before the one that is shown; null when there is none.</summary>
    /// <param name="shown">What is shown now. It comes back when the newest line is passed again.</param>
    public string? Older(string shown)
    {
        var position = _position < 0 ? _lines.Count : _position;
        if (position == 0)
        {
            return null;
        }

        if (_position < 0)
        {
            _unfinished = shown;
        }

        _position = position - 1;
        return _lines[_position];
    }

    /// <summary>The line after the one that is shown; null when it is the last.</summary>
    public string? Newer()
    {
        if (_position < 0)
        {
            return null;
        }

        _position++;
        if (_position < _lines.Count)
        {
            return _lines[_position];
        }

        _position = -1;
        return _unfinished;
    }

    /// <summary>Writes the file. A history that cannot be kept is no reason to fail.</summary>
    public void Save()
    {
        if (file is null)
        {
            return;
        }

        try
        {
            var folder = Path.GetDirectoryName(file)!;
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder);
            }
            else
            {
                Directory.CreateDirectory(folder, OnlyUser | UnixFileMode.UserExecute);
                options.UnixCreateMode = OnlyUser;
            }

            using var writer = new StreamWriter(file, options);
            writer.NewLine = "\n";
            foreach (var line in _lines)
            {
                writer.WriteLine(line);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static List<string> Load(string? file)
    {
        try
        {
            return file is null || !File.Exists(file) ? [] : [.. File.ReadLines(file).TakeLast(MaxLines)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
