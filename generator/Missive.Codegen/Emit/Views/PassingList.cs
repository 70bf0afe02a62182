using System.Collections;

namespace Missive.Codegen.Emit.Views;

/// <summary>A list that templates loop over, whose items are made when the loop comes to them and are not kept.</summary>
internal sealed class PassingList<T>(IReadOnlyList<T> items, Func<T, object?> view) : IList
{
    public int Count => items.Count;

    public bool IsFixedSize => true;

    public bool IsReadOnly => true;

    public bool IsSynchronized => false;

    public object SyncRoot => items;

    public object? this[int index]
    {
        get => view(items[index]);
        set => throw new NotSupportedException();
    }

    public IEnumerator GetEnumerator() => items.Select(view).GetEnumerator();

    public void CopyTo(Array array, int index)
    {
        foreach (var item in this)
        {
            array.SetValue(item, index++);
        }
    }

    // Views are made anew, so none of them is ever found again.
    public bool Contains(object? value) => false;

    public int IndexOf(object? value) => -1;

    public int Add(object? value) => throw new NotSupportedException();

    public void Clear() => throw new NotSupportedException();

    public void Insert(int index, object? value) => throw new NotSupportedException();

    public void Remove(object? value) => throw new NotSupportedException();

    public void RemoveAt(int index) => throw new NotSupportedException();
}
