using System.Reflection;
using Missive.Codegen.Diagnostics;
using Xunit;

namespace Missive.Codegen.Tests.Validation;

public sealed class DiagnosticRulesTests
{
    [Fact]
    public void EveryDeclaredRuleIsListed()
    {
        var declared = typeof(DiagnosticRules).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (DiagnosticRule)f.GetValue(null)!);

        Assert.Equal(declared, DiagnosticRules.All);
    }

    [Fact]
    public void IdsAreUniqueAndSorted()
    {
        var ids = DiagnosticRules.All.Select(r => r.Id).ToList();

        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
        Assert.All(ids, id => Assert.Matches("^MSV[0-9]{3}$", id));
    }

    [Fact]
    public void TitlesAreUniqueAndShort()
    {
        var titles = DiagnosticRules.All.Select(r => r.Title).ToList();

        Assert.Equal(titles.Count, titles.Distinct().Count());
        Assert.All(titles, title => Assert.True(title.Length is > 5 and < 60 && !title.EndsWith('.'), title));
    }
}
