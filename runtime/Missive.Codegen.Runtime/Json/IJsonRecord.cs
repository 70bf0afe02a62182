using System.Text.Json;

namespace Missive.Codegen.Runtime;

/// <summary>A record that can be made from JSON.</summary>
/// <typeparam name="TSelf">The record's type.</typeparam>
public interface IJsonRecord<TSelf>
    where TSelf : JsonRecord, IJsonRecord<TSelf>
{
    /// <summary>Makes a record that views a JSON value.</summary>
    /// <param name="json">The value. Whatever it is, making the record succeeds; members that do not fit read as null.</param>
    /// <returns>The record.</returns>
    static abstract TSelf Create(JsonElement json);
}
