namespace Missive.Emulator.Recording;

internal sealed class RequestLog(int capacity)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<RecordedRequest> _requests = new();
    private readonly Dictionary<int, LinkedListNode<RecordedRequest>> _byNumber = [];

    public void Add(RecordedRequest request)
    {
        if (capacity == 0)
        {
            return;
        }

        lock (_gate)
        {
            _byNumber[request.Number] = _requests.AddLast(request);
            if (_requests.Count <= capacity)
            {
                return;
            }

            _byNumber.Remove(_requests.First!.Value.Number);
            _requests.RemoveFirst();
        }
    }

    public void Complete(RecordedRequest request)
    {
        lock (_gate)
        {
            if (_byNumber.TryGetValue(request.Number, out var node))
            {
                node.Value = request;
            }
        }
    }

    public IReadOnlyList<RecordedRequest> Snapshot()
    {
        lock (_gate)
        {
            return [.. _requests];
        }
    }

    public IReadOnlyList<RecordedRequest> Take()
    {
        lock (_gate)
        {
            RecordedRequest[] taken = [.. _requests];
            _requests.Clear();
            _byNumber.Clear();
            return taken;
        }
    }
}
