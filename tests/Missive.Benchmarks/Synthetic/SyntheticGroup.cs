namespace Missive.Benchmarks.Synthetic;

/// <summary>The two files of one group.</summary>
internal static class SyntheticGroup
{
    /// <summary>What all groups use.</summary>
    public const string SharedTypes = """
        # yaml-language-server: $schema=../manifest.schema.json
        types:
          - name: Person
            description: A person with an address.
            source: documented
            fields:
              - {name: id, type: string, format: uuid, description: ID.}
              - {name: name, type: string, nullable: true, description: "Name, as the person wrote it."}
              - {name: email, type: string, format: email, description: Address.}
              - {name: avatar_url, type: string, format: url, nullable: true, description: Picture.}

          - name: Order
            description: Order of a list.
            source: documented
            values: [{value: newest, description: The latest first.}, {value: oldest, description: The earliest first.}]

        """;

    private const string List = """
          - name: list_<thing>
            operation: read
            description: List <thing> items. Supports filtering by state and owner. Returns paginated results.
            notes: >-
              owner also takes the word "me". Pages of up to 50 are walked back in time, and items that stand on two pages
              are dropped. What was archived shows only with the state "archived".
            request: GET /<thing>
            parameters:
              - {name: params, type: <Type>Query, description: "Query parameters such as state, owner, limit, and offset.", in: query}
            response: {envelope: <thing>, shape: array, type: <Type>}
            paging: {style: offset, page: {min: 1, default: 25, max: 50}, limit: params.limit, offset: params.offset}
            source: documented
            examples:
              - title: List open ones
                args: {params: {state: open, limit: 20}}
                sends:
                  - request: GET /<thing>?state=open&limit=20
              - title: List those of a person
                args: {params: {owner: user_123, order: oldest}}
                sends:
                  - request: GET /<thing>?owner=user_123&order=oldest
              - title: Refuse too high a limit
                args: {params: {limit: 200}}
                error: {code: out_of_range, path: params.limit}

        """;

    private const string Get = """
          - name: get_<thing>
            operation: read
            description: Get one <thing> item by ID.
            request: GET /<thing>/{<thing>_id}
            parameters:
              - {name: <thing>_id, type: string, required: true, description: ID of the item., in: path}
            response: {envelope: <thing>, shape: object, type: <Type>Detail}
            source: documented
            examples:
              - title: Read one
                args: {<thing>_id: <thing>_123}
                sends:
                  - request: GET /<thing>/<thing>_123

        """;

    private const string Create = """
          - name: create_<thing>
            operation: write
            description: Create one <thing> item. Requires a title and an owner.
            notes: Without an organization it goes to the only one, or to the setting default_organization.
            request: POST /<thing>
            parameters:
              - {name: body, type: <Type>New, required: true, description: The item to create., in: body, envelope: <thing>}
            response: {envelope: <thing>, shape: object, type: <Type>}
            effects: {sends_message: [body.notify]}
            source: documented
            examples:
              - title: Create one
                args: {body: {title: Example title, owner: {name: Example, email: person@example.test}}}
                sends:
                  - request: POST /<thing>
                    body: { <thing>: {title: Example title, owner: {name: Example, email: person@example.test}}}
              - title: Create one that is due
                args: {body: {title: Example title, owner: {email: person@example.test}, due_at: 1767225599, labels: [one, two], notify: true}}
                sends:
                  - request: POST /<thing>
                    body: { <thing>: {title: Example title, owner: {email: person@example.test}, due_at: 1767225599, labels: [one, two], notify: true}}
              - title: Refuse one without a title
                args: {body: {owner: {email: person@example.test}}}
                error: {code: missing, path: body.title}

        """;

    private const string Update = """
          - name: update_<thing>
            operation: write
            description: Change one <thing> item by ID.
            notes: What is left out stays as it is. Labels are replaced, not added.
            request: PATCH /<thing>/{<thing>_id}
            parameters:
              - {name: <thing>_id, type: string, required: true, description: ID of the item., in: path}
              - {name: body, type: <Type>Changes, required: true, description: Attributes to change., in: body, envelope: <thing>}
            response: {envelope: <thing>, shape: object, type: <Type>}
            effects: {idempotent: true}
            source: documented
            examples:
              - title: Close one
                args: { <thing>_id: <thing>_123, body: {state: archived, reason: Done.}}
                sends:
                  - request: PATCH /<thing>/<thing>_123
                    body: { <thing>: {state: archived, reason: Done.}}
              - title: Rename one
                args: { <thing>_id: <thing>_123, body: {title: Another title}}
                sends:
                  - request: PATCH /<thing>/<thing>_123
                    body: { <thing>: {title: Another title}}

        """;

    private const string ListTypes = """
          - name: <Type>State
            description: State of <thing>.
            source: documented
            values: [{value: open, description: Somebody has to do something.}, waiting, {value: archived, description: "Done, and out of sight."}]

          - name: <Type>Query
            description: What narrows a list of <thing>.
            source: documented
            fields:
              - {name: state, type: <Type>State, description: Filter by state.}
              - {name: owner, type: string, description: "Filter by the owner's ID or address, or me."}
              - {name: since, type: timestamp, date_only: start_of_day, description: Only those that changed since.}
              - {name: order, type: Order, default: newest, description: Which come first.}
              - {name: limit, type: integer, min: 1, max: 50, default: 25, description: Size of a page.}
              - {name: offset, type: integer, min: 0, default: 0, description: How many to skip.}

          - name: <Type>
            description: One item of <thing>.
            source: documented
            fields:
              - {name: id, type: string, format: uuid, description: ID.}
              - {name: title, type: string, description: Title.}
              - {name: state, type: <Type>State, description: State.}
              - {name: owner, type: Person, nullable: true, description: Who takes care of it.}
              - {name: labels, type: array, items: string, description: Labels.}
              - {name: due_at, type: timestamp, nullable: true, description: When it is due.}
              - {name: created_at, type: timestamp, description: When it was made.}

        """;

    private const string GetTypes = """
          - name: <Type>Detail
            description: One item of <thing> with all that is known of it.
            extends: <Type>
            source: documented
            fields:
              - {name: description, type: string, nullable: true, format: markdown, description: "Description, as it was written."}
              - {name: watchers, type: array, items: Person, description: Who hears of changes.}
              - {name: custom, type: map, items: string, description: Fields of the customer's own.}
              - {name: parts, type: array, items: <Type>Part, description: What it consists of.}

          - name: <Type>Part
            description: A part of <thing>.
            source: documented
            fields:
              - {name: name, type: string, description: Name.}
              - {name: amount, type: number, unit: hours, description: How much of it.}
              - {name: done, type: boolean, description: Whether it is finished.}

        """;

    private const string CreateTypes = """
          - name: <Type>Owner
            description: "Who is to take care of <thing>: an address, and a name when it is new."
            source: documented
            fields:
              - {name: name, type: string, max_length: 200, description: Name.}
              - {name: email, type: string, required: true, format: email, description: Address.}

          - name: <Type>New
            description: One item of <thing> to create.
            source: documented
            fields:
              - {name: title, type: string, required: true, max_length: 1000, description: Title.}
              - {name: owner, type: <Type>Owner, required: true, description: Who is to take care of it.}
              - {name: organization, type: string, default_from: default_organization, description: Organization that it belongs to.}
              - {name: due_at, type: timestamp, date_only: end_of_day, description: When it is due.}
              - {name: due_in, type: integer, unit: days, min: 1, description: In how many days it is due.}
              - {name: labels, type: array, items: string, max_items: 20, description: Labels.}
              - {name: notify, type: boolean, description: Whether to tell the owner.}
            rules:
              - {at_most_one: [due_at, due_in]}

        """;

    private const string UpdateTypes = """
          - name: <Type>Changes
            description: Attributes of <thing> to change; what is left out stays.
            source: documented
            fields:
              - {name: title, type: string, max_length: 1000, description: Title.}
              - {name: state, type: <Type>State, description: State.}
              - {name: reason, type: string, description: Why it was archived.}
              - {name: labels, type: array, items: string, max_items: 20, description: Labels that replace those there.}
              - {name: due_at, type: timestamp, nullable: true, date_only: end_of_day, description: When it is due; null for never.}
            rules:
              - {when: {state: [archived]}, require: [reason], description: Whoever reads the archive wants to know.}

        """;

    public static string Functions(string thing, int count) => Fill(
        "# yaml-language-server: $schema=../manifest.schema.json\ngroup: <thing>\nfunctions:\n" + string.Join("\n", new[] { List, Get, Create, Update }.Take(count)), thing);

    public static string Types(string thing, int count) => Fill(
        "# yaml-language-server: $schema=../manifest.schema.json\ntypes:\n" + string.Join("\n", new[] { ListTypes, GetTypes, CreateTypes, UpdateTypes }.Take(count)), thing);

    private static string Fill(string text, string thing) => text
        .Replace("<thing>", thing, StringComparison.Ordinal)
        .Replace("<Type>", char.ToUpperInvariant(thing[0]) + thing[1..], StringComparison.Ordinal);
}
