namespace Missive.Emulator.Answers;

/// <summary>
/// The envelope of <c>GET /contacts/{id}</c> and <c>GET /responses/{id}</c>: the official text does not show it, and
/// the secondary sources disagree, so that a client has to read both.
/// </summary>
public enum SingleShape
{
    /// <summary>An array that holds the one resource.</summary>
    ArrayOfOne,

    /// <summary>The resource itself.</summary>
    Bare,
}
