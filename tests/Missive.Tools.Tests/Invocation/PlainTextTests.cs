namespace Missive.Tools.Tests.Invocation;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("Example note.", "Example note.")]
    [InlineData("# Heading\n\n- **one**\n2. _two_\n> three", "Heading one two three")]
    [InlineData("a snake_case_name and 2*3*4", "a snake_case_name and 2*3*4")]
    [InlineData("[text](https://example.test) and ![picture](https://example.test/a.png)", "text and picture")]
    [InlineData("`code` and ~~gone~~ and __bold__", "code and gone and bold")]
    [InlineData("```json\n{}\n```", "{}")]
    [InlineData("unclosed **bold and [link", "unclosed **bold and [link")]
    [InlineData("", "")]
    public void MarksOfMarkdownAreTakenOff(string markdown, string text) => Assert.Equal(text, PlainText.Of(markdown, 140));

    [Fact]
    public void CuttingNeverTearsACharacter()
    {
        Assert.Equal(string.Concat(Enumerable.Repeat("😀", 140)), PlainText.Of(string.Concat(Enumerable.Repeat("😀", 200)), 140));
        Assert.Equal("😀", PlainText.FirstLine("\n  \n😀😀\nx", 1));
        Assert.Equal(3, PlainText.Length("a😀b"));
    }

    [Fact]
    public void ALongLineOfMarksTakesNoTime() => Assert.NotEmpty(PlainText.Of(string.Concat(Enumerable.Repeat("*a [", 500_000)), 140));
}
