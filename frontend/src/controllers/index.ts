// The controllers, under the names that templates use.
import AddressController from "./address_controller";
import AutosaveController from "./autosave_controller";
import BellController from "./bell_controller";
import ComposerController from "./composer_controller";
import ConnectionController from "./connection_controller";
import CopyController from "./copy_controller";
import DialogController from "./dialog_controller";
import DraftsController from "./drafts_controller";
import EditController from "./edit_controller";
import FormatController from "./format_controller";
import KeysController from "./keys_controller";
import LeftoverController from "./leftover_controller";
import ListController from "./list_controller";
import MenuController from "./menu_controller";
import MessagesController from "./messages_controller";
import NoticeController from "./notice_controller";
import PagerController from "./pager_controller";
import PaneController from "./pane_controller";
import RecipientsController from "./recipients_controller";
import RevealController from "./reveal_controller";
import SearchController from "./search_controller";

export const controllers = {
  address: AddressController,
  autosave: AutosaveController,
  bell: BellController,
  composer: ComposerController,
  connection: ConnectionController,
  copy: CopyController,
  dialog: DialogController,
  drafts: DraftsController,
  edit: EditController,
  format: FormatController,
  keys: KeysController,
  leftover: LeftoverController,
  list: ListController,
  menu: MenuController,
  messages: MessagesController,
  notice: NoticeController,
  pager: PagerController,
  pane: PaneController,
  recipients: RecipientsController,
  reveal: RevealController,
  search: SearchController,
};
