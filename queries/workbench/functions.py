"""The functions a query may call: everything not listed here is refused.

A list of what is allowed stays right when the engine learns to read another kind of file; a list of what is
forbidden would not. Left out are functions that read files, tell of the system or of settings, run SQL given
as text, keep a state, write a log or wait.
"""

from data.language import mark

# Functions in FROM. They make rows out of their arguments and read nothing.
TABLE_FUNCTIONS = frozenset({"range", "generate_series", "unnest"})

_OPERATORS = """
    ! != !__postfix !~~ !~~* % & && * ** + - ->> -> / // < <-> << <= <=> <@ = <> == > >= >> @ @> ^ ^@ | ||
    ~ ~~ ~~* ~~~ like_escape ilike_escape not_like_escape not_ilike_escape
"""
_AGGREGATES = """
    any_value approx_count_distinct approx_quantile approx_top_k arbitrary arg_max arg_max_null arg_min
    arg_min_null argmax argmin array_agg avg bit_and bit_or bit_xor bool_and bool_or corr count count_if
    count_star countif covar_pop covar_samp entropy favg first fsum geomean geometric_mean group_concat
    grouping grouping_id histogram kahan_sum kurtosis kurtosis_pop last list listagg mad max max_by mean
    median min min_by mode percentile_cont percentile_disc product quantile quantile_cont quantile_disc
    regr_avgx regr_avgy regr_count regr_intercept regr_r2 regr_slope regr_sxx regr_sxy regr_syy sem
    skewness stddev stddev_pop stddev_samp string_agg sum sumkahan var_pop var_samp variance wavg
    weighted_avg
"""
_WINDOWS = """
    cume_dist dense_rank first_value lag last_value lead nth_value ntile percent_rank rank rank_dense
    row_number
"""
_CHOICES = "coalesce constant_or_null greatest if ifnull isnull least nullif row"
_NUMBERS = """
    abs acos add asin atan atan2 bin bit_count cbrt ceil ceiling cos cot degrees divide even exp factorial
    fdiv floor fmod gamma gcd greatest_common_divisor isfinite isinf isnan lcm least_common_multiple
    lgamma ln log log10 log2 mod multiply nextafter pi pow power radians random round round_even
    roundbankers sign signbit sin sqrt subtract tan trunc xor to_base
"""
_TEXTS = """
    ascii bar bit_length char_length character_length chr concat concat_ws contains damerau_levenshtein
    editdist3 ends_with format formatreadabledecimalsize from_base64 from_hex hamming hash hex instr
    jaccard jaro_similarity jaro_winkler_similarity lcase left left_grapheme length length_grapheme len
    levenshtein lower lpad ltrim md5 mismatches nfc_normalize octet_length ord overlay position prefix
    printf regexp_escape regexp_extract regexp_extract_all regexp_full_match regexp_matches regexp_replace
    regexp_split_to_array regexp_split_to_table repeat replace reverse right right_grapheme rpad rtrim
    sha1 sha256 split split_part starts_with str_split str_split_regex string_split string_split_regex
    string_to_array strip_accents strlen strpos substr substring substring_grapheme suffix to_base64
    to_hex translate trim ucase unhex unicode upper url_decode url_encode
"""
_DATES = """
    age ago century date_add date_diff date_part date_sub date_trunc datediff datepart datesub datetrunc
    day dayname dayofmonth dayofweek dayofyear days_in_month decade epoch epoch_ms epoch_ns epoch_us era
    hour isodow isoyear julian last_day make_date make_time make_timestamp make_timestamp_ms microsecond
    millennium millisecond minute month monthname now current_date current_localtime
    current_localtimestamp get_current_timestamp quarter second strftime strptime time_bucket timezone
    to_centuries to_days to_decades to_hours to_microseconds to_millennia to_milliseconds to_minutes
    to_months to_quarters to_seconds to_timestamp to_weeks to_years today transaction_timestamp
    try_strptime week weekday weekofyear year yearweek
"""
_LISTS = """
    aggregate apply array_aggr array_aggregate array_append array_apply array_cat array_concat
    array_contains array_distinct array_extract array_filter array_has array_has_all array_has_any
    array_indexof array_intersect array_length array_pop_back array_pop_front array_position array_prepend
    array_push_back array_push_front array_reduce array_resize array_reverse array_reverse_sort
    array_select array_slice array_sort array_to_string array_transform array_unique array_value
    array_where array_zip cardinality element_at filter flatten generate_series grade_up list_aggr
    list_aggregate list_any_value list_append list_apply list_avg list_cat list_concat list_contains
    list_count list_distinct list_element list_entropy list_extract list_filter list_first list_grade_up
    list_has list_has_all list_has_any list_histogram list_indexof list_intersect list_last list_mad
    list_max list_median list_min list_mode list_pack list_position list_prepend list_product list_reduce
    list_resize list_reverse list_reverse_sort list_select list_slice list_sort list_stddev_pop
    list_stddev_samp list_string_agg list_sum list_transform list_unique list_value list_var_pop
    list_var_samp list_where list_zip map map_concat map_contains map_entries map_extract
    map_extract_value map_from_entries map_keys map_values range reduce struct_concat struct_extract
    struct_extract_at struct_insert struct_keys struct_pack struct_values unnest unpivot_list
"""
_JSON = """
    from_json json json_array json_array_length json_contains json_exists json_extract json_extract_path
    json_extract_path_text json_extract_string json_group_array json_group_object json_keys json_object
    json_quote json_structure json_transform json_type json_valid json_value row_to_json to_json
"""
_TYPES = "typeof enum_code uuid gen_random_uuid"

# What each group is called, and what is in it: the reference shows them so.
GROUPS = {
    mark("Aggregates"): tuple(_AGGREGATES.split()),
    mark("Windows"): tuple(_WINDOWS.split()),
    mark("Choices"): tuple(_CHOICES.split()),
    mark("Numbers"): tuple(_NUMBERS.split()),
    mark("Texts"): tuple(_TEXTS.split()),
    mark("Days and times"): tuple(_DATES.split()),
    mark("Lists and records"): tuple(_LISTS.split()),
    mark("JSON"): tuple(_JSON.split()),
    mark("Types and numbers of rows"): tuple(_TYPES.split()),
}
FUNCTIONS = frozenset(_OPERATORS.split()).union(*GROUPS.values())

# A condition that finds the rows of one hit is asked while somebody waits, and not in a process of its own:
# no call of these makes much out of little, or takes long over one value.
_OF_CONDITIONS = """
    any_value avg bool_and bool_or char_length concat concat_ws contains count count_star ends_with instr
    left length list_contains list_value lower ltrim max median min position prefix regexp_extract
    regexp_full_match regexp_matches reverse right rtrim split_part starts_with strpos substr substring
    suffix sum trim upper
"""
CONDITION_FUNCTIONS = frozenset(
    name for names in (_OPERATORS, _CHOICES, _NUMBERS, _DATES, _OF_CONDITIONS) for name in names.split()
)
