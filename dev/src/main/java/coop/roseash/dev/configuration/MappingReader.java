package coop.roseash.dev.configuration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.jspecify.annotations.Nullable;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;

/// Reads settings from source files: the methods of `@ConfigMapping` interfaces and the fields and parameters with
/// `@ConfigProperty`. The JDK's own compiler parses, so that comments are at hand and nothing need be built.
final class MappingReader extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final String app;
    private final DocTrees docs;
    private final List<Setting> settings = new ArrayList<>();
    /// The interface whose methods are being read, and what stands before its keys.
    private Map<String, ClassTree> nested = Map.of();

    private MappingReader(String app, DocTrees docs) {
        this.app = app;
        this.docs = docs;
    }

    /// @param app whom the files belong to, or `all`
    static List<Setting> read(String app, List<Path> files) throws IOException {
        if (files.isEmpty()) {
            return List.of();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null,
                    manager.getJavaFileObjectsFromPaths(files));
            MappingReader reader = new MappingReader(app, DocTrees.instance(task));
            for (CompilationUnitTree unit : task.parse()) {
                reader.scan(unit, null);
            }
            return reader.settings;
        }
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
        AnnotationTree mapping = annotation(type.getModifiers(), "ConfigMapping");
        if (mapping != null) {
            nested = type.getMembers()
                .stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .collect(Collectors.toMap(member -> member.getSimpleName().toString(), member -> member));
            readMapping(getCurrentPath(), type, text(mapping, "prefix"));
            return null;
        }
        return super.visitClass(type, nothing);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree variable, @Nullable Void nothing) {
        AnnotationTree property = annotation(variable.getModifiers(), "ConfigProperty");
        if (property != null) {
            String type = String.valueOf(variable.getType());
            settings.add(new Setting(text(property, "name"), app, plain(type),
                    standard(type, text(property, "defaultValue")), ""));
        }
        return super.visitVariable(variable, nothing);
    }

    private void readMapping(TreePath path, ClassTree type, String prefix) {
        for (Tree member : type.getMembers()) {
            if (member instanceof MethodTree method && method.getBody() == null) {
                readMethod(new TreePath(path, method), method, prefix);
            }
        }
    }

    private void readMethod(TreePath path, MethodTree method, String prefix) {
        AnnotationTree name = annotation(method.getModifiers(), "WithName");
        String key = prefix + "." + (name == null ? kebab(method.getName().toString()) : text(name, "value"));
        String type = String.valueOf(method.getReturnType());
        String element = plain(type);
        ClassTree group = nested.get(element.substring(element.lastIndexOf(' ') + 1));
        if (group != null) {
            String step = type.startsWith("Map<") ? ".<name>" : type.startsWith("List<") ? "[0]" : "";
            readMapping(new TreePath(path.getParentPath(), group), group, key + step);
            return;
        }
        AnnotationTree standard = annotation(method.getModifiers(), "WithDefault");
        settings.add(new Setting(type.startsWith("Map<") ? key + ".<name>" : key, app, element,
                standard(type, standard == null ? "" : text(standard, "value")), comment(path)));
    }

    private String comment(TreePath path) {
        String comment = docs.getDocComment(path);
        return comment == null ? "" : comment.strip().replaceAll("\\s+", " ");
    }

    private static String standard(String type, String given) {
        return given.isEmpty() && (type.startsWith("Optional") || type.startsWith("Map<")) ? "–" : given;
    }

    /// `Optional<List<URI>>` is a `list of URI`.
    private static String plain(String type) {
        String inner = type.replaceFirst("^Optional<(.*)>$", "$1").replaceFirst("^Map<String, (.*)>$", "$1");
        return inner.replaceFirst("^(?:List|Set)<(.*)>$", "list of $1");
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static @Nullable AnnotationTree annotation(ModifiersTree modifiers, String name) {
        return modifiers.getAnnotations()
            .stream()
            .filter(annotation -> annotation.getAnnotationType().toString().equals(name))
            .findFirst()
            .orElse(null);
    }

    private static String text(AnnotationTree annotation, String argument) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (ExpressionTree given : annotation.getArguments()) {
            if (given instanceof AssignmentTree assignment) {
                texts.put(assignment.getVariable().toString(), constant(assignment.getExpression()));
            } else {
                texts.put("value", constant(given));
            }
        }
        return texts.getOrDefault(argument, "");
    }

    private static String constant(ExpressionTree expression) {
        return switch (expression) {
            case LiteralTree literal -> String.valueOf(literal.getValue());
            case BinaryTree sum -> constant(sum.getLeftOperand()) + constant(sum.getRightOperand());
            default ->
                throw new IllegalArgumentException("A setting's annotation should hold plain text: " + expression);
        };
    }

}
