using Kosmo.Lua.Repl;

namespace Kosmo.Tests.Lua;

public class LineBufferTests
{
    [Fact]
    public void What_is_typed_goes_in_before_the_cursor()
    {
        var line = Line("ac");
        line.MoveLeft();
        line.Insert("b");
        Assert.Equal(("abc", 2), (line.Text, line.Cursor));
    }

    [Theory]
    [InlineData("é")]
    [InlineData("e\u0301")]
    [InlineData("🎉")]
    [InlineData("👩‍👩‍👧")]
    [InlineData("語")]
    public void A_character_is_passed_and_deleted_as_a_whole(string character)
    {
        var line = Line($"a{character}");
        line.MoveLeft();
        Assert.Equal(1, line.Cursor);
        line.MoveRight();
        Assert.Equal(line.Text.Length, line.Cursor);
        line.DeleteBefore();
        Assert.Equal("a", line.Text);
    }

    [Fact]
    public void Nothing_is_deleted_beyond_either_end()
    {
        var line = Line("a");
        line.DeleteAfter();
        line.MoveToStart();
        line.DeleteBefore();
        line.MoveLeft();
        Assert.Equal(("a", 0), (line.Text, line.Cursor));
        line.MoveRight();
        line.MoveRight();
        Assert.Equal(1, line.Cursor);
    }

    [Fact]
    public void Words_end_where_names_do()
    {
        var line = Line("dump(app.integrations");
        line.MoveWordLeft();
        Assert.Equal("dump(app.", line.BeforeCursor);
        line.MoveWordLeft();
        Assert.Equal("dump(", line.BeforeCursor);
        line.MoveWordRight();
        Assert.Equal("dump(app", line.BeforeCursor);
        line.DeleteWordBefore();
        Assert.Equal("dump(.integrations", line.Text);
    }

    [Fact]
    public void A_line_can_be_deleted_up_to_the_cursor_and_from_it_on()
    {
        var line = Line("one two");
        line.MoveWordLeft();
        line.DeleteToEnd();
        Assert.Equal("one ", line.Text);
        line.DeleteToStart();
        Assert.Equal("", line.Text);
    }

    private static LineBuffer Line(string text)
    {
        var line = new LineBuffer();
        line.Insert(text);
        return line;
    }
}
