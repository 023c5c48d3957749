using System.Reflection;

namespace Orleans.Runtime;

/// <summary>Which grain class answers to which interface.</summary>
internal sealed class GrainCatalogue
{
    private readonly Dictionary<string, GrainClass> _classes = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, List<GrainClass>> _implementers = [];

    public GrainCatalogue(IEnumerable<Assembly> assemblies)
    {
        var types = assemblies.Distinct().SelectMany(assembly => assembly.GetTypes());
        foreach (var type in types.Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IGrainBase)) && type.IsAssignableTo(typeof(IGrain))))
        {
            Add(new GrainClass(type));
        }
    }

    public GrainClass ClassNamed(string name) => _classes[name];

    public GrainClass ImplementerOf(Type grainInterface)
    {
        var found = _implementers.GetValueOrDefault(grainInterface) ?? [];
        return found.Count switch
        {
            1 => found[0],
            0 => throw new ArgumentException(
                $"No grain class implements {grainInterface}. Add the assembly that has one to {nameof(Hosting.InProcessOrleansOptions.GrainAssemblies)}."),
            _ => throw new ArgumentException(
                $"{grainInterface} is implemented by {string.Join(" and ", found.Select(item => item.Type.Name))}, but a reference needs one class. Give each its own interface."),
        };
    }

    private void Add(GrainClass grainClass)
    {
        if (!_classes.TryAdd(grainClass.Name, grainClass))
        {
            throw new ArgumentException(
                $"Grain classes {_classes[grainClass.Name].Type} and {grainClass.Type} share the name '{grainClass.Name}', under which grains are found. Rename one.");
        }

        foreach (var grainInterface in grainClass.Type.GetInterfaces().Where(type => type.IsAssignableTo(typeof(IGrain))))
        {
            if (!_implementers.TryGetValue(grainInterface, out var implementers))
            {
                _implementers[grainInterface] = implementers = [];
            }

            implementers.Add(grainClass);
        }
    }
}
