namespace Missive.Tools;

/// <summary>Finds users, organizations and contact books. What it read it remembers for a minute.</summary>
internal sealed class MissiveLookups(TimeProvider timeProvider)
{
    public UserLookup Users { get; } = new(timeProvider);

    public OrganizationLookup Organizations { get; } = new(timeProvider);

    public ContactBookLookup ContactBooks { get; } = new(timeProvider);
}
