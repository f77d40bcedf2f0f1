<?php
/**
 * `php types.php <folder>`: whether every function and property of the folder says its types, as PHP 7.2 can or by its
 * PHPDoc; an array says what is in it. Prints one line of JSON a file: {"file", "faults"}.
 */
const PRECISE = '/^(?!array$|array\|null$|null\|array$|mixed\[\]$)\S/';

/** The tags of a doc comment: [tag => [what it names => its type]]; @return and @var name "". */
function tagsOf(string $doc): array
{
    $tags = [];
    $text = preg_replace('/^\s*\/?\*+\/? ?/m', '', $doc);
    preg_match_all('/@(param|return|var)\s+((?:array\{[^}]*\}|array<(?:[^<>]|<[^<>]*>)*>|[^\s<{])+)(?:\s+(\$\w+))?/', $text, $found, PREG_SET_ORDER);
    foreach ($found as $tag) {
        $tags[$tag[1]][$tag[1] === 'param' && isset($tag[3]) ? $tag[3] : ''] = $tag[2];
    }

    return $tags;
}

/** Why this type, given in code and in the PHPDoc, says too little; empty when it is enough. */
function faultOf(string $inCode, string $inDoc): string
{
    if ($inCode === '' && $inDoc === '') {
        return 'has no type';
    }
    $isArray = in_array(ltrim($inCode, '?'), ['array', 'iterable'], true);
    if (($isArray || $inCode === '') && ($inDoc === '' || preg_match(PRECISE, $inDoc) !== 1)) {
        return 'is an array of what?';
    }

    return '';
}

/** Tokens without space; each as [id or character, text, line]. */
function tokensOf(string $source): array
{
    $line = 1;
    $tokens = [];
    foreach (token_get_all($source) as $token) {
        $line = is_array($token) ? $token[2] : $line;
        if (!is_array($token) || $token[0] !== T_WHITESPACE) {
            $tokens[] = is_array($token) ? $token : [$token, $token, $line];
        }
    }

    return $tokens;
}

/** The doc comment in front of a declaration; empty when there is none. */
function docBefore(array $tokens, int $at): string
{
    $modifiers = [T_PUBLIC, T_PROTECTED, T_PRIVATE, T_STATIC, T_ABSTRACT, T_FINAL];
    while ($at > 0 && in_array($tokens[$at - 1][0], $modifiers, true)) {
        --$at;
    }

    return $at > 0 && $tokens[$at - 1][0] === T_DOC_COMMENT ? $tokens[$at - 1][1] : '';
}

/** The faults of the function whose T_FUNCTION is at this place. */
function faultsOfFunction(array $tokens, int $at): array
{
    $name = $tokens[$at + 1][1];
    $tags = tagsOf(docBefore($tokens, $at)) + ['param' => [], 'return' => []];
    $faults = [];
    $type = '';
    $depth = 0;
    for ($next = $at + 2; ; ++$next) {
        list($id, $text) = $tokens[$next];
        $depth += $id === '(' || $id === '[' ? 1 : ($id === ')' || $id === ']' ? -1 : 0);
        if ($depth === 0) {
            break;
        }
        if ($depth === 1 && $id === T_VARIABLE) {
            $fault = faultOf($type, isset($tags['param'][$text]) ? $tags['param'][$text] : '');
            $faults[] = $fault === '' ? '' : $text . ' of ' . $name . '() ' . $fault;
        }
        $isOfType = $depth === 1 && !in_array($id, ['(', ',', '&', T_VARIABLE, T_ELLIPSIS], true);
        $type = $isOfType ? $type . $text : ($id === '&' ? $type : '');
    }
    $returned = '';
    if ($tokens[$next + 1][0] === ':') {
        for ($next += 2; !in_array($tokens[$next][0], ['{', ';'], true); ++$next) {
            $returned .= $tokens[$next][1];
        }
    }
    $fault = $name === '__construct' ? '' : faultOf($returned, isset($tags['return']['']) ? $tags['return'][''] : '');
    $faults[] = $fault === '' ? '' : $name . '() ' . $fault;

    return array_filter($faults);
}

function faultsOf(string $source): array
{
    $tokens = tokensOf($source);
    $faults = [];
    foreach ($tokens as $at => $token) {
        if ($token[0] === T_FUNCTION && $tokens[$at + 1][0] === T_STRING) {
            $faults = array_merge($faults, faultsOfFunction($tokens, $at));
        }
        $isProperty = in_array($token[0], [T_PUBLIC, T_PROTECTED, T_PRIVATE], true) && $tokens[$at + 1][0] === T_VARIABLE;
        if ($isProperty) {
            $tags = tagsOf(docBefore($tokens, $at + 1));
            $fault = faultOf('', isset($tags['var']['']) ? $tags['var'][''] : '');
            $faults[] = $fault === '' ? '' : $tokens[$at + 1][1] . ' ' . $fault;
        }
    }

    return array_values(array_filter($faults));
}

$folder = rtrim($argv[1], '/');
$files = new RecursiveIteratorIterator(new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS));
foreach ($files as $file) {
    if ($file->getExtension() === 'php') {
        $name = substr($file->getPathname(), strlen($folder) + 1);
        echo json_encode(['file' => $name, 'faults' => faultsOf(file_get_contents($file->getPathname()))]), "\n";
    }
}
