using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Missive.Lua;

/// <summary>
/// Memory in blocks, as Lua wants it: most are small and live shortly. Small ones are cut from chunks and kept for the next
/// of their size, which costs a fraction of what the system's allocator costs when it is called from managed code; large
/// ones are the system's. Chunks are freed with the store.
/// </summary>
internal sealed unsafe class BlockStore : IDisposable
{
    private const int Grain = 16;
    private const int LargestSmall = 1024;
    private const int ChunkSize = 64 * 1024;

    // A few numbers beside each block is what none of this needs: Lua says how large a block is when it gives it back.
    private readonly nint[] _free = new nint[(LargestSmall / Grain) + 1];
    private readonly List<nint> _chunks = [];
    private byte* _next;
    private byte* _end;

    /// <summary>
    /// What the small blocks take. Blocks of one size never become blocks of another, so this may be more than what is in use.
    /// </summary>
    public long Reserved => (long)_chunks.Count * ChunkSize;

    /// <summary>Makes, grows, shrinks or moves a block.</summary>
    /// <param name="block">The block; null for a new one.</param>
    /// <param name="oldSize">Its size; zero for a new one.</param>
    /// <param name="newSize">The size wanted, not zero.</param>
    /// <returns>The block; null when there is no memory, and then the old block is as it was.</returns>
    public void* Resize(void* block, nuint oldSize, nuint newSize)
    {
        if (block is null)
        {
            return Allocate(newSize);
        }

        if (oldSize > LargestSmall && newSize > LargestSmall)
        {
            return Reallocate(block, newSize);
        }

        if (oldSize <= LargestSmall && newSize <= LargestSmall && ClassOf(oldSize) == ClassOf(newSize))
        {
            return block;
        }

        var moved = Allocate(newSize);
        if (moved is not null)
        {
            Unsafe.CopyBlockUnaligned(moved, block, (uint)Math.Min(oldSize, newSize));
            Free(block, oldSize);
        }

        return moved;
    }

    /// <summary>Takes a block back.</summary>
    public void Free(void* block, nuint size)
    {
        if (size > LargestSmall)
        {
            NativeMemory.Free(block);
            return;
        }

        ref var free = ref _free[ClassOf(size)];
        *(nint*)block = free;
        free = (nint)block;
    }

    public void Dispose()
    {
        foreach (var chunk in _chunks)
        {
            NativeMemory.Free((void*)chunk);
        }

        _chunks.Clear();
    }

    private static int ClassOf(nuint size) => ((int)size + Grain - 1) / Grain;

    private void* Allocate(nuint size)
    {
        if (size > LargestSmall)
        {
            return Reallocate(null, size);
        }

        var index = ClassOf(size);
        ref var free = ref _free[index];
        if (free != 0)
        {
            var block = (nint*)free;
            free = *block;
            return block;
        }

        return Cut(index * Grain);
    }

    private void* Cut(int size)
    {
        // What is left of a chunk is less than a small block, and is let go.
        if (_end - _next < size && !TryAddChunk())
        {
            return null;
        }

        var block = _next;
        _next += size;
        return block;
    }

    private bool TryAddChunk()
    {
        var chunk = Reallocate(null, ChunkSize);
        if (chunk is null)
        {
            return false;
        }

        _chunks.Add((nint)chunk);
        _next = (byte*)chunk;
        _end = _next + ChunkSize;
        return true;
    }

    private static void* Reallocate(void* block, nuint size)
    {
        try
        {
            return NativeMemory.Realloc(block, size);
        }
        catch (OutOfMemoryException)
        {
            return null;
        }
    }
}
