//! Version 1: what is here stays. What is added may be added to any answer, so programs read
//! over what they do not know.

mod bell;
mod blocks;
mod conversations;
mod invitations;
mod live;
mod me;
mod messages;
mod password_resets;
mod people;
mod presence;
mod sessions;
mod sign_in_links;
mod sign_ups;
mod tokens;

use crate::site::Site;
use std::sync::Arc;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Every operation, by its path.
pub(super) fn router() -> OpenApiRouter<Arc<Site>> {
    OpenApiRouter::default()
        .routes(routes!(sign_ups::create::sign_up))
        .routes(routes!(sign_ups::confirm::confirm_sign_up))
        .routes(routes!(sessions::list::list_sessions, sessions::create::sign_in, sessions::end_others::end_others))
        .routes(routes!(sessions::end_current::sign_out))
        .routes(routes!(sessions::end::end_session))
        .routes(routes!(sign_in_links::request::request_sign_in_link))
        .routes(routes!(sign_in_links::sign_in::sign_in_by_link))
        .routes(routes!(password_resets::request::request_password_reset))
        .routes(routes!(password_resets::reset::reset_password))
        .routes(routes!(me::show::show_me, me::edit::edit_me))
        .routes(routes!(me::change_password::change_password))
        .routes(routes!(people::list::list_people))
        .routes(routes!(people::show::show_person))
        .routes(routes!(blocks::list::list_blocks))
        .routes(routes!(blocks::block::block, blocks::block::unblock))
        .routes(routes!(presence::note_presence))
        .routes(routes!(conversations::list::list_conversations, conversations::start::start_conversation))
        .routes(routes!(conversations::show::show_conversation))
        .routes(routes!(conversations::accept::accept))
        .routes(routes!(conversations::decline::decline, conversations::decline::undo_decline))
        .routes(routes!(conversations::withdraw::withdraw, conversations::withdraw::undo_withdraw))
        .routes(routes!(conversations::remind::remind))
        .routes(routes!(conversations::read::mark_read))
        .routes(routes!(conversations::unread::mark_unread))
        .routes(routes!(conversations::archive::set_archived))
        .routes(routes!(conversations::level::set_level))
        .routes(routes!(conversations::star::set_starred))
        .routes(routes!(conversations::rename::rename_conversation))
        .routes(routes!(conversations::adding::set_adding))
        .routes(routes!(conversations::leave::leave, conversations::leave::undo_leave))
        .routes(routes!(conversations::add_people::add_people))
        .routes(routes!(conversations::remove::remove_participant))
        .routes(routes!(conversations::role::set_role))
        .routes(routes!(messages::list::list_messages, messages::send::send_message))
        .routes(routes!(messages::edit::edit_message, messages::delete::delete_message))
        .routes(routes!(messages::restore::restore_message))
        .routes(routes!(messages::readers::list_readers))
        .routes(routes!(invitations::list_invitations))
        .routes(routes!(bell::show::show_bell))
        .routes(routes!(bell::read_all::read_all))
        .routes(routes!(tokens::list::list_tokens, tokens::create::create_token))
        .routes(routes!(tokens::revoke::revoke_token))
        .routes(routes!(live::stream::follow))
}
