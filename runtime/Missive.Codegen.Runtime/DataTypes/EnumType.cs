using System.Collections.Immutable;
using System.Text;

namespace Missive.Codegen.Runtime;

/// <summary>One of some texts. Made by <see cref="DataType.Enum"/>.</summary>
public sealed class EnumType : DataType
{
    internal EnumType(string name, ReadOnlySpan<string> values)
        : base(name)
    {
        Values = [.. values];
        Utf8Values = [.. Values.Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>The texts, in order.</summary>
    public ImmutableArray<string> Values { get; }

    internal ImmutableArray<byte[]> Utf8Values { get; }
}
