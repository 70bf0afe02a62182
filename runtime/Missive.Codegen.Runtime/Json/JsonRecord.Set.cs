using System.Text.Json.Nodes;

namespace Missive.Codegen.Runtime;

/// <content>What generated <c>init</c> accessors call. One overload a type, so that only what JSON can hold compiles.</content>
public abstract partial class JsonRecord
{
    /// <summary>Assigns a text.</summary>
    /// <param name="name">The key.</param>
    /// <param name="value">The value; null leaves the key out.</param>
    /// <param name="nullable">Whether null is a value of its own, and written.</param>
    protected void Set(string name, string? value, bool nullable = false) => Assign(name, value, nullable);

    /// <summary>Assigns a whole number.</summary>
    /// <inheritdoc cref="Set(string, string, bool)"/>
    protected void Set(string name, long? value, bool nullable = false) => Assign(name, value, nullable);

    /// <summary>Assigns a number.</summary>
    /// <inheritdoc cref="Set(string, string, bool)"/>
    protected void Set(string name, double? value, bool nullable = false) => Assign(name, value, nullable);

    /// <summary>Assigns a boolean.</summary>
    /// <inheritdoc cref="Set(string, string, bool)"/>
    protected void Set(string name, bool? value, bool nullable = false) => Assign(name, value, nullable);

    /// <summary>Assigns a timestamp.</summary>
    /// <inheritdoc cref="Set(string, string, bool)"/>
    protected void Set(string name, Timestamp? value, bool nullable = false) => Assign(name, value, nullable);

    /// <summary>Assigns an enum's value.</summary>
    /// <typeparam name="T">The enum's type.</typeparam>
    /// <inheritdoc cref="Set(string, string, bool)"/>
    protected void Set<T>(string name, T? value, bool nullable = false)
        where T : struct, IJsonText<T>
        => Assign(name, value, nullable);

    /// <summary>Assigns a record.</summary>
    /// <inheritdoc cref="Set(string, string, bool)"/>
    protected void Set(string name, JsonRecord? value, bool nullable = false) => Assign(name, value, nullable);

    /// <summary>Assigns any JSON.</summary>
    /// <inheritdoc cref="Set(string, string, bool)"/>
    protected void Set(string name, JsonNode? value, bool nullable = false) => Assign(name, value, nullable);

    /// <summary>Assigns a list of texts.</summary>
    /// <inheritdoc cref="Set(string, string, bool)"/>
    protected void Set(string name, IReadOnlyList<string>? value, bool nullable = false) => Assign(name, value, nullable);

    /// <summary>Assigns a list of whole numbers.</summary>
    /// <inheritdoc cref="Set(string, string, bool)"/>
    protected void Set(string name, IReadOnlyList<long>? value, bool nullable = false) => Assign(name, value, nullable);

    /// <summary>Assigns a list of numbers.</summary>
    /// <inheritdoc cref="Set(string, string, bool)"/>
    protected void Set(string name, IReadOnlyList<double>? value, bool nullable = false) => Assign(name, value, nullable);

    /// <summary>Assigns a list of booleans.</summary>
    /// <inheritdoc cref="Set(string, string, bool)"/>
    protected void Set(string name, IReadOnlyList<bool>? value, bool nullable = false) => Assign(name, value, nullable);

    /// <summary>Assigns a list of timestamps.</summary>
    /// <inheritdoc cref="Set(string, string, bool)"/>
    protected void Set(string name, IReadOnlyList<Timestamp>? value, bool nullable = false) => Assign(name, value, nullable);

    /// <summary>Assigns a list of an enum's values.</summary>
    /// <typeparam name="T">The enum's type.</typeparam>
    /// <inheritdoc cref="Set(string, string, bool)"/>
    protected void Set<T>(string name, IReadOnlyList<T>? value, bool nullable = false)
        where T : struct, IJsonText<T>
        => Assign(name, value, nullable);

    /// <summary>Assigns a list of records.</summary>
    /// <inheritdoc cref="Set(string, string, bool)"/>
    protected void Set(string name, IReadOnlyList<JsonRecord>? value, bool nullable = false) => Assign(name, value, nullable);

    /// <summary>Assigns a list of any JSON.</summary>
    /// <inheritdoc cref="Set(string, string, bool)"/>
    protected void Set(string name, IReadOnlyList<JsonNode?>? value, bool nullable = false) => Assign(name, value, nullable);

    /// <summary>Assigns an object with free keys.</summary>
    /// <typeparam name="T">The type of its values: one that the other overloads take.</typeparam>
    /// <inheritdoc cref="Set(string, string, bool)"/>
    protected void Set<T>(string name, IReadOnlyDictionary<string, T>? value, bool nullable = false)
        => Assign(name, value is null ? null : new AssignedMap<T>(value), nullable);
}
