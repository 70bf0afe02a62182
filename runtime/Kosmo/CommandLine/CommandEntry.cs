namespace Kosmo.CommandLine;

/// <summary>One verb of the command line; the command behind it is made when it is called.</summary>
/// <param name="Name">The verb.</param>
/// <param name="Summary">What it does, in a few words.</param>
/// <param name="Create">Makes the command.</param>
/// <param name="IsListed">Whether help and completion show it.</param>
internal sealed record CommandEntry(string Name, string Summary, Func<KosmoCommand> Create, bool IsListed = true);
