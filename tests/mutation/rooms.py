"""The rooms of the package and the tests that know most about each. They are asked first."""

# A file or folder of the package -> tests/test_NAME.py, or all tests/test_NAME_*.py for "NAME*".
TESTS = {
    "ops.py": "ops value functions edges derivatives",
    "declare.py": "ops functions derivatives check_table",
    "primitive.py": "ops functions derivatives check_table",
    "ieee.py": "ops value edges",
    "real.py": "value functions fused derivatives micrograd state_machine faults_of_the_field signatures",
    "value.py": "value functions fused derivatives micrograd state_machine faults_of_the_field signatures",
    "fused.py": "fused value functions signatures",
    "elementary.py": "functions value signatures",
    "functions.py": "functions signatures",
    "derivatives.py": "derivatives signatures",
    "sides.py": "derivatives jit jit_*",
    "sweeps.py": "derivatives value graph",
    "graph.py": "graph explain draw_graph",
    "names.py": "graph explain draw_views functions fuzz_labels",
    "anomaly.py": "value faults_of_the_field",
    "modes.py": "value derivatives threads",
    "collector.py": "collector value",
    "nested.py": "derivatives data nn_layers",
    "asked.py": "functions jit jit_errors jit_words",
    "escape.py": "explain explain_latex draw_text fuzz_labels",
    "lowered.py": "draw_text train_golden",
    "files.py": "draw_engines checkpoint fuzz_files",
    "console.py": "cli draw_commands train_command steps_terminal",
    "palette.py": "draw_golden draw_views explain",
    "choice.py": "jit jit_errors functions nn_losses",
    "article.py": "article cli",
    "yours.py": "check_command jit_words",
    "arguments.py": "cli draw_commands explain_command steps_terminal",
    "example.py": "draw_commands explain_command steps_terminal",
    "cli.py": "cli fuzz_commands",
    "__init__.py": "functions cli",
    "__main__.py": "cli",
    "nn": "nn_* signatures",
    "optim": "clip lr_scheduler optim signatures",
    "train": "history train train_* checkpoint plot signatures",
    "data": "data train signatures",
    "check": "check check_* signatures",
    "draw": "draw_* signatures",
    "explain": "explain explain_* signatures",
    "micrograd": "micrograd signatures",
    "jit": "jit jit_* train_compiled signatures",
    "steps": "steps steps_* signatures",
    "report": "report report_* signatures",
    "linter": "lint lint_* signatures",
}


def room_of(path: str) -> str:
    """The room of a file: ``tinygrad_edu/nn/init.py`` is in ``nn``."""
    return path.split("/")[1]
