namespace Missive.Tools;

/// <summary>How many pages a call may still fetch.</summary>
/// <param name="requests">The number at the start; null for no bound.</param>
internal sealed class RequestBudget(int? requests)
{
    private int? _left = requests;

    /// <summary>Takes one; false when none is left.</summary>
    public bool TryTake()
    {
        if (_left == 0)
        {
            return false;
        }

        _left--;
        return true;
    }
}
