using System.Reflection;
using System.Text.RegularExpressions;

namespace Missive.Tools.Tests.Discrepancies;

/// <summary>The places where the reference and the API disagree: each has a test that its name begins with.</summary>
public sealed partial class DiscrepancyCountTests
{
    private static readonly string[] Ids =
        ("G1 G2 G3 G4 G5 G6 G7 G8 G9 1.1 1.2 1.3 1.4 1.5 1.6 1.7 1.8 1.9 1.10 2.1 2.2 3.1 3.2 4.1 5.1 5.2 6.1 7.1 7.2 7.3 8.1 8.2 8.3 8.4 8.5 "
        + "9.1 9.2 9.3 9.4 11.1 12.1 12.2 12.3 13.1 14.1 14.2 14.3 14.4 14.5 14.6 14.7 14.8 16.1 16.2 16.3 16.4 16.5 16.6 16.7 16.8 17.1 17.2 17.3 "
        + "18.1 18.2 18.3 22.1 22.2 24.1 24.2 26.1 26.2 26.3 27.1 27.2 27.3 29.1 32.1 32.2 33.1 33.2 33.3 34.1 34.2 35.1 35.2 35.3 36.1 37.1 37.2 "
        + "38.1 38.2 39.1 40.1 40.2 42.1 43.1").Split(' ');

    [Fact]
    public void EveryDiscrepancyHasATestOfItsName()
    {
        var tested = typeof(DiscrepancyCountTests).Assembly.GetTypes()
            .SelectMany(static type => type.GetMethods())
            .Where(static method => method.GetCustomAttributes<FactAttribute>().Any())
            .Select(static method => TestName().Match(method.Name))
            .Where(static match => match.Success)
            .Select(static match => match.Groups["general"].Success
                ? $"G{match.Groups["general"].Value}"
                : $"{match.Groups["function"].Value}.{int.Parse(match.Groups["place"].Value, System.Globalization.CultureInfo.InvariantCulture)}")
            .ToHashSet(StringComparer.Ordinal);
        Assert.Equal(97, Ids.Length);
        Assert.Empty(Ids.Except(tested, StringComparer.Ordinal));
        Assert.Empty(tested.Except(Ids, StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^D(?:G(?<general>\d+)|(?<function>\d+)_(?<place>\d\d))_\w+$")]
    private static partial Regex TestName();
}
