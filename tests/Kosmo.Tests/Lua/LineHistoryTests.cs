using Kosmo.Lua.Repl;

namespace Kosmo.Tests.Lua;

public sealed class LineHistoryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kosmo-history-").FullName;

    private string File => Path.Combine(_folder, "new", "lua-history");

    [Fact]
    public void The_arrows_lead_back_and_forth_and_to_what_was_being_typed()
    {
        var history = new LineHistory(null);
        history.Add("one");
        history.Add("two");
        Assert.Equal("two", history.Older("thr"));
        Assert.Equal("one", history.Older("two"));
        Assert.Null(history.Older("one"));
        Assert.Equal("two", history.Newer());
        Assert.Equal("thr", history.Newer());
        Assert.Null(history.Newer());
    }

    [Fact]
    public void Blank_lines_and_repetitions_are_not_kept()
    {
        var history = new LineHistory(null);
        history.Add("one");
        history.Add("one");
        history.Add("  ");
        Assert.Equal("one", history.Older(""));
        Assert.Null(history.Older("one"));
    }

    [Fact]
    public void Lines_are_there_the_next_time_and_no_more_than_a_thousand()
    {
        var history = new LineHistory(File);
        for (var i = 0; i < 1100; i++)
        {
            history.Add($"line {i}");
        }

        history.Save();
        Assert.Equal(1000, System.IO.File.ReadLines(File).Count());
        Assert.Equal("line 1099", new LineHistory(File).Older(""));
    }

    [Fact]
    public void Only_the_owner_can_read_the_file()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such modes; a user's folder is the user's own there.");
            return;
        }

        new LineHistory(File).Save();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, System.IO.File.GetUnixFileMode(Path.GetDirectoryName(File)!));
    }

    [Fact]
    public void A_history_that_cannot_be_kept_is_no_error()
    {
        System.IO.File.WriteAllText(Path.Combine(_folder, "new"), "a file where a folder should be");
        var history = new LineHistory(File);
        history.Add("one");
        history.Save();
        Assert.Equal("one", history.Older(""));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
