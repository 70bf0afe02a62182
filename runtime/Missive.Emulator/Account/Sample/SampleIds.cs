using System.Globalization;

namespace Missive.Emulator.Account.Sample;

internal static class SampleIds
{
    public const string Organization = "org_123";
    public const string Team = "team_123";
    public const string OtherTeam = "example_inbox";
    public const string Label = "label_123";
    public const string Person = "user_456";
    public const string Assignee = "example_assignee";

    public static string Numbered(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}_{number}");

    /// <summary>
    /// A place in time for the item at an index: now and then two or three items share one, among them those at the
    /// usual page sizes, so that pages meet seconds which they must not tear.
    /// </summary>
    public static int Slot(int index) => index switch
    {
        0 or 1 => index,
        _ when index % 5 == 0 => index - 1,
        _ when index % 25 == 1 => index - 2,
        _ => index,
    };
}
