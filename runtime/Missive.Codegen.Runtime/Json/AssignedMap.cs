using System.Text.Json;

namespace Missive.Codegen.Runtime;

/// <summary>A dictionary as an assigned value. Dictionaries are not covariant, so the writer needs a view without the value's type.</summary>
internal abstract class AssignedMap
{
    public abstract void WriteTo(Utf8JsonWriter writer);
}
