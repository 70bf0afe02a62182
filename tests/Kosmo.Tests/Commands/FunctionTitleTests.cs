using Missive.Codegen;

namespace Kosmo.Tests.Commands;

/// <summary>A function has one title, on its page and in what the program lists.</summary>
public sealed class FunctionTitleTests
{
    [Theory]
    [InlineData("list_tasks", "List Tasks")]
    [InlineData("api_get", "API Get")]
    [InlineData("get_url_by_id", "Get URL By ID")]
    [InlineData("list_2fa_keys", "List 2fa Keys")]
    public void WordsBeginWithACapitalAndAbbreviationsAreCapitals(string name, string title) => Assert.Equal(title, FunctionTitle.Of(name));
}
