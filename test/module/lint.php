<?php
/**
 * `php lint.php <folder>`: whether this PHP can run every file of the folder. Prints one line of JSON a
 * file: {"file", "faults"}. A file that cannot be compiled ends the run, with no line for it.
 */
const NOT_CALLS = [T_OBJECT_OPERATOR, T_DOUBLE_COLON, T_FUNCTION, T_NEW, T_CONST, T_CLASS, T_NS_SEPARATOR];
/** PrestaShop's own, and what the module asks for by function_exists() first. */
const GIVEN = ['pSQL', 'bqSQL', 'fastcgi_finish_request', 'litespeed_finish_request'];

/** The line every class of the module has behind its namespace. */
const GUARD = "if (!defined('_PS_VERSION_')) {\n    exit;\n}";

/**
 * Compiled, never run: a class with a namespace returns where its guard is, anything else stays inside a condition
 * that does not come true.
 */
function compile(string $source)
{
    $isNamespaced = preg_match('/^namespace /m', $source) === 1;
    if ($isNamespaced && strpos($source, GUARD) === false) {
        throw new ParseError('no guard behind the namespace');
    }
    eval($isNamespaced ? '?>' . str_replace(GUARD, 'return;', $source) : outsideOfNamespaces($source));
}

/** Imports cannot stand inside a condition; the names they bring are looked up when the code runs. */
function outsideOfNamespaces(string $source): string
{
    return 'if (false) { ?>' . preg_replace('/^use [\w\\\\]+;$/m', '', $source) . "\n}";
}

/** Functions and constants that this PHP does not know. */
function unknownNames(string $source): array
{
    $tokens = array_values(array_filter(token_get_all($source), function ($token) {
        return !is_array($token) || !in_array($token[0], [T_WHITESPACE, T_COMMENT, T_DOC_COMMENT], true);
    }));
    preg_match_all('/^\s*function (\w+)\(/m', $source, $own);
    $unknown = [];
    foreach ($tokens as $at => $token) {
        if (!is_array($token) || $token[0] !== T_STRING || in_array($token[1], GIVEN, true)) {
            continue;
        }
        $before = $at > 0 && is_array($tokens[$at - 1]) ? $tokens[$at - 1][0] : null;
        if (in_array($before, NOT_CALLS, true) || in_array($token[1], $own[1], true)) {
            continue;
        }
        $isCall = isset($tokens[$at + 1]) && $tokens[$at + 1] === '(';
        $isConstant = !$isCall && preg_match('/^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/', $token[1]);
        if (($isCall && !function_exists($token[1])) || ($isConstant && !defined($token[1]))) {
            $unknown[] = 'PHP ' . PHP_VERSION . ' has no ' . $token[1] . ' (line ' . $token[2] . ')';
        }
    }

    return $unknown;
}

$folder = rtrim($argv[1], '/');
$files = new RecursiveIteratorIterator(new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS));
foreach ($files as $file) {
    if ($file->getExtension() !== 'php') {
        continue;
    }
    $source = file_get_contents($file->getPathname());
    try {
        compile($source);
        $faults = unknownNames($source);
    } catch (ParseError $error) {
        $faults = [$error->getMessage() . ' (line ' . $error->getLine() . ')'];
    }
    echo json_encode(['file' => substr($file->getPathname(), strlen($folder) + 1), 'faults' => $faults]), "\n";
}
