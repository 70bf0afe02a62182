using Missive.Codegen.Diagnostics;
using Missive.Codegen.Model;

namespace Missive.Codegen.Validation;

/// <summary>Checks the functions of one file against the types, and tells the sound ones from the others.</summary>
internal static class FunctionFileValidator
{
    /// <summary>The file with its sound functions only, and the problems of all.</summary>
    public static (FunctionFile Sound, EquatableArray<ManifestDiagnostic> Diagnostics) Validate(FunctionFile file, TypeCatalog catalog, RootFile? root)
    {
        var sink = new DiagnosticSink(file.Path);
        var sound = new List<FunctionDefinition>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var function in file.Functions)
        {
            var errors = sink.ErrorCount;
            if (!function.IsBroken)
            {
                Validate(function, catalog, root, sink);
            }

            // Of two with one name the first counts; that there are two is reported where all files are seen.
            if (names.Add(Naming.Pascal(function.Name)) && !function.IsBroken && sink.ErrorCount == errors)
            {
                sound.Add(function);
            }
        }

        var unchanged = sound.Count == file.Functions.Count;
        return (unchanged ? file : file with { Functions = sound.ToEquatableArray() }, sink.Diagnostics);
    }

    private static void Validate(FunctionDefinition function, TypeCatalog catalog, RootFile? root, DiagnosticSink sink)
    {
        var members = new MemberValidator(catalog, root, sink);
        members.Validate([.. function.Parameters], [.. function.Parameters], $"'{function.Name}'", Naming.Pascal(function.Name) + "Arguments");
        if (function.Response is { } response)
        {
            ValidateResponse(function, response, members, sink);
        }

        ValidateOperation(function, sink);
        ValidatePath(function, sink);
        ValidatePlacement(function, catalog, sink);
        ValidatePaging(function, catalog, sink);
        ValidateArguments(function, catalog, sink);
        ValidateExamples(function, catalog, sink);
    }

    private static void ValidateResponse(FunctionDefinition function, ResponseDefinition response, MemberValidator members, DiagnosticSink sink)
    {
        if (response.Type.Name is "array" or "map")
        {
            sink.Report(
                DiagnosticRules.MisplacedKey, response.Type.Span,
                "The type of a response is that of one item; for a list write 'shape: array', and for what has no fixed keys 'type: object'.");
        }
        else
        {
            members.ValidateType(response.Type);
        }

        members.Validate([.. response.Adds], [.. response.Adds], $"The response of '{function.Name}'", Naming.Pascal(function.Name) + "Result");
    }

    private static void ValidateOperation(FunctionDefinition function, DiagnosticSink sink)
    {
        var reads = function.Operation == "read";
        if (reads != (function.Request.Method == "GET"))
        {
            sink.Report(
                DiagnosticRules.OperationMismatch, function.Request.Span,
                $"'{function.Name}' is a {function.Operation}, but {function.Request.Method} {(reads ? "changes something" : "only reads")}; change 'operation' or the method.");
        }
    }

    private static void ValidatePath(FunctionDefinition function, DiagnosticSink sink)
    {
        var inPath = function.Parameters.Where(p => p.In == "path").Select(p => p.Name).ToList();
        foreach (var placeholder in function.Request.Placeholders().Where(p => !inPath.Contains(p, StringComparer.Ordinal)))
        {
            var elsewhere = function.Parameters.Any(p => string.Equals(p.Name, placeholder, StringComparison.Ordinal));
            sink.Report(
                DiagnosticRules.PathMismatch, function.Request.Span,
                elsewhere
                    ? $"The path has {{{placeholder}}}, so the parameter '{placeholder}' needs 'in: path'."
                    : $"The path has {{{placeholder}}}, but there is no parameter of that name.{NearMiss.Suggest(placeholder, [.. function.Parameters.Select(p => p.Name)])}");
        }

        foreach (var parameter in function.Parameters.Where(p => p.In == "path"))
        {
            if (!function.Request.Placeholders().Contains(parameter.Name, StringComparer.Ordinal))
            {
                sink.Report(DiagnosticRules.PathMismatch, parameter.NameSpan, $"'{parameter.Name}' has 'in: path', but the path {function.Request.Path} has no {{{parameter.Name}}}.");
            }

            if (!parameter.Required || parameter.Type.Name is not ("string" or "integer"))
            {
                sink.Report(DiagnosticRules.InvalidPlacement, parameter.NameSpan, $"'{parameter.Name}' is part of the path, so it has to be a required string or integer.");
            }
        }
    }

    private static void ValidatePlacement(FunctionDefinition function, TypeCatalog catalog, DiagnosticSink sink)
    {
        void Refuse(ParameterDefinition parameter, string message) => sink.Report(DiagnosticRules.InvalidPlacement, parameter.NameSpan, message);

        var bodies = function.Parameters.Count(p => p.In == "body");
        foreach (var parameter in function.Parameters)
        {
            if (parameter.In is null && function.Handler is null)
            {
                Refuse(parameter, $"Where does '{parameter.Name}' go? Add 'in: path', 'in: query' or 'in: body', or name a 'handler'.");
            }

            if (parameter.In == "body" && (function.Request.Method == "GET" || bodies > 1))
            {
                Refuse(parameter, $"'{parameter.Name}' cannot be the body: {(bodies > 1 ? "a request has one body" : "a GET has none")}.");
            }

            if (parameter.In != "body" && (parameter.Envelope is not null || parameter.PerId is not null || parameter.Shape is not null))
            {
                Refuse(parameter, $"'envelope', 'shape' and 'per_id' of '{parameter.Name}' belong to a parameter with 'in: body'.");
            }

            if (parameter.Envelope is null && (parameter.Shape is not null || parameter.PerId is not null))
            {
                Refuse(parameter, $"'shape' and 'per_id' of '{parameter.Name}' say what stands under an 'envelope'; add one.");
            }

            if (parameter.Envelope is not null
                && (parameter.Type.Name is "string" or "integer" or "number" or "boolean" or "timestamp" || catalog.Find(parameter.Type.Name) is { IsEnum: true }))
            {
                Refuse(parameter, $"'{parameter.Name}' is enveloped, so its type has to be an object; {parameter.Type.Name} is none.");
            }

            if (parameter.List is not null && (parameter.In != "path" || parameter.Type.Name != "string"))
            {
                Refuse(parameter, $"'list' of '{parameter.Name}' belongs to a string with 'in: path'.");
            }

            if (parameter.PerId is { } ids)
            {
                if (!function.Parameters.Any(p => p.List is not null && string.Equals(p.Name, ids.Name, StringComparison.Ordinal)))
                {
                    sink.Report(DiagnosticRules.UnknownField, ids.Span, $"'per_id' names a parameter with 'list: comma'; '{ids.Name}' is none.");
                }

                if (!parameter.IsEnvelopedArray)
                {
                    Refuse(parameter, $"'per_id' of '{parameter.Name}' makes a list, so it needs 'shape: array'.");
                }
            }
        }
    }

    private static void ValidatePaging(FunctionDefinition function, TypeCatalog catalog, DiagnosticSink sink)
    {
        if (function.Paging is not { } paging)
        {
            return;
        }

        if (function.Response is not { Envelope: not null, Shape: "array" } response)
        {
            sink.Report(DiagnosticRules.MisplacedKey, function.NameSpan, $"'{function.Name}' has 'paging', so its response needs an 'envelope' and 'shape: array'.");
            return;
        }

        if (paging.Style == "cursor")
        {
            var item = catalog.FindObject(response.Type.Name);
            var fields = item is null ? [] : catalog.FieldsOf(item).Select(f => f.Name).ToList();
            if (paging.Field is null)
            {
                sink.Report(DiagnosticRules.MissingKey, function.NameSpan, $"The paging of '{function.Name}' walks a cursor; add 'field', the item's field that the next page starts from.");
            }
            else if (item is { IsBroken: false } && !fields.Contains(paging.Field, StringComparer.Ordinal))
            {
                sink.Report(DiagnosticRules.UnknownField, function.NameSpan, $"The items of '{function.Name}' have no field '{paging.Field}'.{NearMiss.Suggest(paging.Field, fields)}");
            }
        }

        if (paging.Page.Min > paging.Page.Max || paging.Page.Default > paging.Page.Max || paging.Page.Default < paging.Page.Min)
        {
            sink.Report(DiagnosticRules.InvalidLimits, function.NameSpan, $"The page limits of '{function.Name}' contradict each other: they have to be min ≤ default ≤ max.");
        }
    }

    private static void ValidateArguments(FunctionDefinition function, TypeCatalog catalog, DiagnosticSink sink)
    {
        IEnumerable<Reference?> arguments =
        [
            function.Paging?.Limit, function.Paging?.Offset, function.Paging?.Until,
            .. function.Effects.Destructive?.Arguments ?? [], .. function.Effects.SendsMessage?.Arguments ?? [],
        ];
        foreach (var argument in arguments)
        {
            if (argument is not null && catalog.Resolve(function, argument.Name) is null)
            {
                sink.Report(
                    DiagnosticRules.UnknownField, argument.Span,
                    $"'{function.Name}' has no argument '{argument.Name}'; write a parameter, or parameter.field.{NearMiss.Suggest(argument.Name, [.. function.Parameters.Select(p => p.Name)])}");
            }
        }
    }

    private static void ValidateExamples(FunctionDefinition function, TypeCatalog catalog, DiagnosticSink sink)
    {
        var wanted = function.Operation == "read" ? 1 : 2;
        if (function.Examples.Count < wanted)
        {
            sink.Report(DiagnosticRules.TooFewExamples, function.NameSpan, $"'{function.Name}' has {function.Examples.Count} examples; a {function.Operation} should have at least {wanted}.");
        }

        var titles = new HashSet<string>(StringComparer.Ordinal);
        foreach (var example in function.Examples)
        {
            if (!titles.Add(example.Title))
            {
                sink.Report(DiagnosticRules.NameCollision, example.TitleSpan, $"'{function.Name}' has two examples with the title '{example.Title}'; titles tell them apart.");
            }

            if (ArgumentChecker.Check(catalog, function, example.Args, example.TitleSpan) is { } problems)
            {
                ValidateExample(function, example, problems, sink);
            }
        }
    }

    private static void ValidateExample(FunctionDefinition function, ExampleDefinition example, IReadOnlyList<ArgumentProblem> problems, DiagnosticSink sink)
    {
        if (example.Error is { } error)
        {
            // A handler may refuse what the types alone allow.
            var byHandler = function.Handler is not null && problems.Count == 0;
            if (!byHandler && !problems.Any(p => string.Equals(p.Code, error.Code, StringComparison.Ordinal) && (error.Path is null || string.Equals(p.Path, error.Path, StringComparison.Ordinal))))
            {
                var found = problems.Count == 0 ? "the arguments are fine" : string.Join("; ", problems.Select(p => $"{p.Code} at {p.Path}"));
                sink.Report(
                    DiagnosticRules.ExampleRefused, example.TitleSpan,
                    $"The example '{example.Title}' of '{function.Name}' should be refused with {error.Code} at {error.Path ?? "any argument"}, but {found}.{(ArgumentChecker.Codes.Contains(error.Code) ? "" : NearMiss.Suggest(error.Code, ArgumentChecker.Codes))}");
            }

            return;
        }

        foreach (var problem in problems)
        {
            sink.Report(DiagnosticRules.ExampleRefused, problem.Span, $"The example '{example.Title}' of '{function.Name}' would be refused: {problem.Message}");
        }
    }
}
