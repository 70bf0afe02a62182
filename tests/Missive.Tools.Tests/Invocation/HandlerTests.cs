using Missive.Tools.Tests.Support;

namespace Missive.Tools.Tests.Invocation;

public sealed class HandlerTests
{
    [Fact]
    public void EveryHandlerThatTheManifestNamesExistsAndNoneIsLeftOver()
        => Assert.Equal(
            ManifestData.Functions.Select(static function => function.Handler).OfType<string>().Distinct().Order(StringComparer.Ordinal),
            FunctionHandlers.Names.Order(StringComparer.Ordinal));

    [Fact]
    public void EveryFunctionHasSomethingThatCarriesItOut()
        => Assert.All(MissiveTools.Registry.Tools, static tool => Assert.NotNull(FunctionHandlers.For(tool.Definition)));

    [Fact]
    public void EveryPagedFunctionCanBeStreamed()
        => Assert.All(
            MissiveTools.Registry.Tools.Where(static tool => tool.Definition.Paging is not null),
            static tool => Assert.IsType<ListFunction>(FunctionHandlers.For(tool.Definition), exactMatch: false));
}
