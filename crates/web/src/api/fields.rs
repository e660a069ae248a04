//! The fields of requests, as the description has them: exactly what is taken, no more, no less.
//!
//! People who type are met half way: white space around a name goes, `@Ana` is found as `ana`.
//! A program is not, so that what is described can be exact, and a mistake shows at once.

use super::number::Number;
use snug_domain::api_token::MOST_DAYS;
use snug_domain::conversations::{ConversationTitle, MessageText};
use snug_domain::people::Handle;
use snug_domain::{Field, Invalid, Problem};
use utoipa::openapi::schema::{
    Array, ArrayBuilder, KnownFormat, Object, ObjectBuilder, OneOfBuilder, Schema, SchemaFormat, SchemaType, Type,
};

/// The longest name, in characters.
const LONGEST_NAME: usize = 60;
/// The longest title of a conversation, in characters.
const LONGEST_TITLE: usize = 80;
/// As many people as any conversation can have.
const MOST_HANDLES: usize = 100;
/// The longest line about oneself, in characters.
const LONGEST_ABOUT: usize = 160;
/// The longest address, in bytes (RFC 5321, section 4.5.3.1.3).
const LONGEST_ADDRESS: usize = 254;

/// White space, as Unicode has it, for a class of a pattern.
const WHITE: &str = r"\u0009-\u000d\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000";
/// A line in which everything shows: no pattern can say what `snug_domain::visible` does, so it is a format of ours.
const LEGIBLE: &str = "legible-line";

/// The text of a message.
pub(crate) fn text() -> Object {
    line(
        "In Markdown. Something in it shows: not only white space or characters that show nothing, and no NUL.",
        1,
        MessageText::LONGEST,
    )
    .pattern(Some(format!(r"^[^\u0000]*[^\u0000{WHITE}][^\u0000]*$")))
    .build()
}

/// The key that makes a retry harmless.
pub(crate) fn client_id() -> Object {
    line("Chosen by the program, another for each message. The same request again is not done again.", 1, 64)
        .pattern(Some("^[!-~]+$"))
        .build()
}

/// The short name of a person.
pub(crate) fn handle() -> Object {
    line("The short name of a person.", 2, Handle::LONGEST).pattern(Some("^[a-z0-9][a-z0-9._-]*[a-z0-9]$")).build()
}

/// The short names of several people.
pub(crate) fn handles() -> Array {
    ArrayBuilder::new()
        .description(Some("Each once: a handle that comes again counts once."))
        .items(handle())
        .min_items(Some(1))
        .max_items(Some(MOST_HANDLES))
        .build()
}

/// One short name, or several.
pub(crate) fn recipients() -> Schema {
    let either = OneOfBuilder::new()
        .item(handle())
        .item(handles())
        .description(Some("The handle of one person, or those of several."));
    Schema::OneOf(either.build())
}

/// What its people call a conversation.
pub(crate) fn title() -> Object {
    legible("Everything in it shows, as in a name. Nothing but white space is no title.", 0, LONGEST_TITLE)
}

/// The same, or null for none.
pub(crate) fn title_or_null() -> Object {
    let string_or_null = SchemaType::Array(vec![Type::String, Type::Null]);
    ObjectBuilder::from(title()).schema_type(string_or_null).build()
}

/// The id of something.
pub(crate) fn id() -> Object {
    ObjectBuilder::new().schema_type(Type::String).format(Some(SchemaFormat::KnownFormat(KnownFormat::Uuid))).build()
}

/// What a person or a token is called.
pub(crate) fn name() -> Object {
    legible(
        "Everything in it shows: no control or format characters but joiners between letters, no more than four \
             marks on a letter. Names that speak for the community are reserved, and none holds a handle.",
        1,
        LONGEST_NAME,
    )
}

/// The line about oneself.
pub(crate) fn about() -> Object {
    legible("A line about oneself, or nothing. Everything in it shows, as in a name.", 0, LONGEST_ABOUT)
}

fn legible(description: &str, least: usize, most: usize) -> Object {
    line(description, least, most).format(Some(SchemaFormat::Custom(LEGIBLE.to_owned()))).build()
}

/// An e-mail address.
pub(crate) fn address() -> Object {
    line("An e-mail address.", 3, LONGEST_ADDRESS).format(Some(SchemaFormat::KnownFormat(KnownFormat::Email))).build()
}

/// A password that may be chosen.
pub(crate) fn new_password() -> Object {
    line("Refused if it is easily guessed: a common word or pattern, or the person's own name or address.", 10, 200)
        .format(Some(SchemaFormat::KnownFormat(KnownFormat::Password)))
        .pattern(Some(r"^(?!([\s\S])\1*$)[\s\S]*$"))
        .build()
}

/// How many items to show.
pub(crate) fn limit() -> Object {
    ObjectBuilder::new()
        .schema_type(Type::Integer)
        .minimum(Some(1))
        .maximum(Some(super::page::MOST))
        .default(Some(super::page::USUAL.into()))
        .build()
}

/// After how many days something expires.
pub(crate) fn days() -> Object {
    ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(1)).maximum(Some(MOST_DAYS)).build()
}

/// The number of an entry or of a change.
pub(crate) fn number() -> Object {
    ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(0)).maximum(Some(Number::LARGEST)).build()
}

/// The number of an entry, or null.
pub(crate) fn optional_number() -> Object {
    let types = SchemaType::Array(vec![Type::Integer, Type::Null]);
    ObjectBuilder::new().schema_type(types).minimum(Some(0)).maximum(Some(Number::LARGEST)).build()
}

/// A place in a list of conversations.
pub(crate) fn place() -> Object {
    line("What the page before said as `next`.", 32, 32).pattern(Some("^[A-Za-z0-9_-]{32}$")).build()
}

fn line(description: &str, least: usize, most: usize) -> ObjectBuilder {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .description(Some(description))
        .min_length(Some(least))
        .max_length(Some(most))
}

/// A text that is not longer than described, however much of it is white space.
pub(crate) fn check_length(field: Field, text: &str) -> Result<(), Invalid> {
    let most = match field {
        Field::Text => MessageText::LONGEST,
        Field::Name => LONGEST_NAME,
        Field::About => LONGEST_ABOUT,
        Field::Title => LONGEST_TITLE,
        _ => LONGEST_ADDRESS,
    };
    if text.chars().count() <= most { Ok(()) } else { Err(Invalid::new(field, Problem::TooLong { most })) }
}

/// A handle, written as it is.
pub(crate) fn parse_handle(text: &str, field: Field) -> Result<Handle, Invalid> {
    let named = |invalid: Invalid| Invalid::new(field, invalid.problem);
    let handle = Handle::parse(text).map_err(named)?;
    if handle.as_str() == text { Ok(handle) } else { Err(Invalid::new(field, Problem::Malformed)) }
}

/// Handles, written as they are.
pub(crate) fn parse_handles(texts: &[String], field: Field) -> Result<Vec<Handle>, Invalid> {
    if texts.len() > MOST_HANDLES {
        return Err(Invalid::new(field, Problem::TooMany { most: i64::try_from(MOST_HANDLES).unwrap_or(i64::MAX) }));
    }
    texts.iter().map(|text| parse_handle(text, field)).collect()
}

/// A title, or none.
pub(crate) fn parse_title(text: Option<&str>) -> Result<Option<ConversationTitle>, Invalid> {
    let text = text.unwrap_or_default();
    check_length(Field::Title, text)?;
    ConversationTitle::parse(text)
}

/// An address without white space around it.
pub(crate) fn check_address(text: &str) -> Result<(), Invalid> {
    check_length(Field::Address, text)?;
    if text.trim() == text { Ok(()) } else { Err(Invalid::new(Field::Address, Problem::Malformed)) }
}
