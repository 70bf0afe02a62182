namespace Missive.Tools;

/// <summary>Goes through a list, page by page and in order, each item once. For one reader at a time.</summary>
internal abstract class ItemWalk
{
    /// <summary>Why the walk goes no further than what has been fetched.</summary>
    public abstract WalkEnd End { get; }

    /// <summary>The first answer; its kind is undefined before the first page.</summary>
    public abstract MissiveResponse FirstAnswer { get; }

    /// <summary>Takes the next of the items that have been fetched.</summary>
    /// <param name="item">The item.</param>
    /// <returns>False when the next item has to be fetched first, or there is none.</returns>
    public abstract bool TryTake(out WalkItem item);

    /// <summary>Fetches a page, which may hold nothing new.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>False when the walk has ended, and nothing was fetched.</returns>
    public abstract ValueTask<bool> FetchAsync(CancellationToken cancellationToken);
}
