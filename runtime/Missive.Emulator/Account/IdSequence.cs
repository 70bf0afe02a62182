using System.Globalization;

namespace Missive.Emulator.Account;

/// <summary>Ids that are the same in every run: the first draft is <c>draft_1</c>.</summary>
internal sealed class IdSequence
{
    private readonly Dictionary<string, int> _last = new(StringComparer.Ordinal);

    public string Next(string kind)
    {
        var number = _last[kind] = _last.GetValueOrDefault(kind) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{kind}_{number}");
    }
}
