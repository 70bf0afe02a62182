using Missive.Codegen.Model;

namespace Missive.Codegen.Emit.Views;

/// <summary>A call with these arguments, for the escaping function that writes it as C#.</summary>
/// <param name="Function">The function.</param>
/// <param name="Args">The arguments.</param>
/// <param name="Catalog">The types that the arguments have.</param>
internal sealed record CSharpCall(FunctionDefinition Function, DataMap Args, TypeCatalog Catalog);
