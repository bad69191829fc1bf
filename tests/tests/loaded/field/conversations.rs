//! Written by `field_table.rs` from the plan of `idl/`; `BLESS=1` rewrites it.

use super::answers::Outcome;
use super::arguments::Argument;
use super::play::{Conversation, Play};
use super::relay::fail;
use mapi::*;

conversations! {
    IABContainer MockIABContainer {
        IMAPIProp::GetLastError IMAPIProp::get_last_error [0, 1] expect_get_last_error [0, 1];
        IMAPIProp::SaveChanges IMAPIProp::save_changes [0] expect_save_changes [0];
        IMAPIProp::GetProps IMAPIProp::get_props [0, 1] expect_get_props [0, 1];
        IMAPIProp::GetPropList IMAPIProp::get_prop_list [0] expect_get_prop_list [0];
        IMAPIProp::OpenProperty IMAPIProp::open_property::<IMAPIProp> [0, 2, 3] expect_open_property [0, 1, 2, 3];
        IMAPIProp::SetProps IMAPIProp::set_props [1] expect_set_props [1];
        IMAPIProp::DeleteProps IMAPIProp::delete_props [0] expect_delete_props [0];
        IMAPIProp::CopyTo IMAPIProp::copy_to::<IMAPIProp> [1, 2, 3, 4, 6, 7] expect_copy_to [1, 2, 3, 4, 5, 6, 7];
        IMAPIProp::CopyProps IMAPIProp::copy_props::<IMAPIProp> [0, 1, 2, 4, 5] expect_copy_props [0, 1, 2, 3, 4, 5];
        IMAPIProp::GetNamesFromIDs IMAPIProp::get_names_from_ids [0, 1, 2] expect_get_names_from_ids [0, 1, 2];
        IMAPIProp::GetIDsFromNames IMAPIProp::get_ids_from_names [1, 2] expect_get_ids_from_names [1, 2];
        IMAPIContainer::GetContentsTable IMAPIContainer::get_contents_table [0] expect_get_contents_table [0];
        IMAPIContainer::GetHierarchyTable IMAPIContainer::get_hierarchy_table [0] expect_get_hierarchy_table [0];
        IMAPIContainer::OpenEntry IMAPIContainer::open_entry::<IMAPIProp> [1, 3] expect_open_entry [1, 2, 3];
        IMAPIContainer::SetSearchCriteria IMAPIContainer::set_search_criteria [0, 1, 2] expect_set_search_criteria [0, 1, 2];
        IMAPIContainer::GetSearchCriteria IMAPIContainer::get_search_criteria [0] expect_get_search_criteria [0];
        IABContainer::CreateEntry IABContainer::create_entry [1, 2] expect_create_entry [1, 2];
        IABContainer::CopyEntries IABContainer::copy_entries [0, 1, 2, 3] expect_copy_entries [0, 1, 2, 3];
        IABContainer::DeleteEntries IABContainer::delete_entries [0] expect_delete_entries [0];
        IABContainer::ResolveNames IABContainer::resolve_names [0, 1, 2, 3] expect_resolve_names [0, 1, 2, 3];
    }
    IABLogon MockIABLogon {
        IABLogon::GetLastError IABLogon::get_last_error [0, 1] expect_get_last_error [0, 1];
        IABLogon::Logoff IABLogon::logoff [] expect_logoff [];
        IABLogon::OpenEntry IABLogon::open_entry::<IMAPIProp> [1, 3] expect_open_entry [1, 2, 3];
        IABLogon::CompareEntryIDs IABLogon::compare_entry_ids [1, 3] expect_compare_entry_ids [1, 3];
        IABLogon::Advise IABLogon::advise [1, 2, 3] expect_advise [1, 2, 3];
        IABLogon::Unadvise IABLogon::unadvise [0] expect_unadvise [0];
        IABLogon::OpenStatusEntry IABLogon::open_status_entry::<IMAPIProp> [1] expect_open_status_entry [0, 1];
        IABLogon::OpenTemplateID IABLogon::open_template_id::<IMAPIProp> [1, 2, 3] expect_open_template_id [1, 2, 3, 4];
        IABLogon::GetOneOffTable IABLogon::get_one_off_table [0] expect_get_one_off_table [0];
        IABLogon::PrepareRecips IABLogon::prepare_recips [0, 1, 2] expect_prepare_recips [0, 1, 2];
    }
    IABProvider MockIABProvider {
        IABProvider::Shutdown IABProvider::shutdown [0] expect_shutdown [0];
        IABProvider::Logon IABProvider::logon [0, 1, 2, 3] expect_logon [0, 1, 2, 3];
    }
    IAddrBook MockIAddrBook {
        IMAPIProp::GetLastError IMAPIProp::get_last_error [0, 1] expect_get_last_error [0, 1];
        IMAPIProp::SaveChanges IMAPIProp::save_changes [0] expect_save_changes [0];
        IMAPIProp::GetProps IMAPIProp::get_props [0, 1] expect_get_props [0, 1];
        IMAPIProp::GetPropList IMAPIProp::get_prop_list [0] expect_get_prop_list [0];
        IMAPIProp::OpenProperty IMAPIProp::open_property::<IMAPIProp> [0, 2, 3] expect_open_property [0, 1, 2, 3];
        IMAPIProp::SetProps IMAPIProp::set_props [1] expect_set_props [1];
        IMAPIProp::DeleteProps IMAPIProp::delete_props [0] expect_delete_props [0];
        IMAPIProp::CopyTo IMAPIProp::copy_to::<IMAPIProp> [1, 2, 3, 4, 6, 7] expect_copy_to [1, 2, 3, 4, 5, 6, 7];
        IMAPIProp::CopyProps IMAPIProp::copy_props::<IMAPIProp> [0, 1, 2, 4, 5] expect_copy_props [0, 1, 2, 3, 4, 5];
        IMAPIProp::GetNamesFromIDs IMAPIProp::get_names_from_ids [0, 1, 2] expect_get_names_from_ids [0, 1, 2];
        IMAPIProp::GetIDsFromNames IMAPIProp::get_ids_from_names [1, 2] expect_get_ids_from_names [1, 2];
        IAddrBook::OpenEntry IAddrBook::open_entry::<IMAPIProp> [1, 3] expect_open_entry [1, 2, 3];
        IAddrBook::CompareEntryIDs IAddrBook::compare_entry_ids [1, 3] expect_compare_entry_ids [1, 3];
        IAddrBook::Advise IAddrBook::advise [1, 2, 3] expect_advise [1, 2, 3];
        IAddrBook::Unadvise IAddrBook::unadvise [0] expect_unadvise [0];
        IAddrBook::CreateOneOff IAddrBook::create_one_off [0, 1, 2, 3] expect_create_one_off [0, 1, 2, 3];
        IAddrBook::NewEntry IAddrBook::new_entry [0, 1, 3, 5] expect_new_entry [0, 1, 3, 5];
        IAddrBook::ResolveName IAddrBook::resolve_name [0, 1, 2, 3] expect_resolve_name [0, 1, 2, 3];
        IAddrBook::Address IAddrBook::address [0, 1, 2] expect_address [0, 1, 2];
        IAddrBook::Details IAddrBook::details [0, 1, 2, 4, 5, 6, 7, 8] expect_details [0, 1, 2, 4, 5, 6, 7, 8];
        IAddrBook::RecipOptions IAddrBook::recip_options [0, 1, 2] expect_recip_options [0, 1, 2];
        IAddrBook::QueryDefaultRecipOpt IAddrBook::query_default_recip_opt [0] expect_query_default_recip_opt [0];
        IAddrBook::GetPAB IAddrBook::get_pab [] expect_get_pab [];
        IAddrBook::SetPAB IAddrBook::set_pab [1] expect_set_pab [1];
        IAddrBook::GetDefaultDir IAddrBook::get_default_dir [] expect_get_default_dir [];
        IAddrBook::SetDefaultDir IAddrBook::set_default_dir [1] expect_set_default_dir [1];
        IAddrBook::GetSearchPath IAddrBook::get_search_path [0] expect_get_search_path [0];
        IAddrBook::SetSearchPath IAddrBook::set_search_path [1] expect_set_search_path [1];
        IAddrBook::PrepareRecips IAddrBook::prepare_recips [0, 1, 2] expect_prepare_recips [0, 1, 2];
    }
    IAttach MockIAttach {
        IMAPIProp::GetLastError IMAPIProp::get_last_error [0, 1] expect_get_last_error [0, 1];
        IMAPIProp::SaveChanges IMAPIProp::save_changes [0] expect_save_changes [0];
        IMAPIProp::GetProps IMAPIProp::get_props [0, 1] expect_get_props [0, 1];
        IMAPIProp::GetPropList IMAPIProp::get_prop_list [0] expect_get_prop_list [0];
        IMAPIProp::OpenProperty IMAPIProp::open_property::<IMAPIProp> [0, 2, 3] expect_open_property [0, 1, 2, 3];
        IMAPIProp::SetProps IMAPIProp::set_props [1] expect_set_props [1];
        IMAPIProp::DeleteProps IMAPIProp::delete_props [0] expect_delete_props [0];
        IMAPIProp::CopyTo IMAPIProp::copy_to::<IMAPIProp> [1, 2, 3, 4, 6, 7] expect_copy_to [1, 2, 3, 4, 5, 6, 7];
        IMAPIProp::CopyProps IMAPIProp::copy_props::<IMAPIProp> [0, 1, 2, 4, 5] expect_copy_props [0, 1, 2, 3, 4, 5];
        IMAPIProp::GetNamesFromIDs IMAPIProp::get_names_from_ids [0, 1, 2] expect_get_names_from_ids [0, 1, 2];
        IMAPIProp::GetIDsFromNames IMAPIProp::get_ids_from_names [1, 2] expect_get_ids_from_names [1, 2];
    }
    IDistList MockIDistList {
        IMAPIProp::GetLastError IMAPIProp::get_last_error [0, 1] expect_get_last_error [0, 1];
        IMAPIProp::SaveChanges IMAPIProp::save_changes [0] expect_save_changes [0];
        IMAPIProp::GetProps IMAPIProp::get_props [0, 1] expect_get_props [0, 1];
        IMAPIProp::GetPropList IMAPIProp::get_prop_list [0] expect_get_prop_list [0];
        IMAPIProp::OpenProperty IMAPIProp::open_property::<IMAPIProp> [0, 2, 3] expect_open_property [0, 1, 2, 3];
        IMAPIProp::SetProps IMAPIProp::set_props [1] expect_set_props [1];
        IMAPIProp::DeleteProps IMAPIProp::delete_props [0] expect_delete_props [0];
        IMAPIProp::CopyTo IMAPIProp::copy_to::<IMAPIProp> [1, 2, 3, 4, 6, 7] expect_copy_to [1, 2, 3, 4, 5, 6, 7];
        IMAPIProp::CopyProps IMAPIProp::copy_props::<IMAPIProp> [0, 1, 2, 4, 5] expect_copy_props [0, 1, 2, 3, 4, 5];
        IMAPIProp::GetNamesFromIDs IMAPIProp::get_names_from_ids [0, 1, 2] expect_get_names_from_ids [0, 1, 2];
        IMAPIProp::GetIDsFromNames IMAPIProp::get_ids_from_names [1, 2] expect_get_ids_from_names [1, 2];
        IMAPIContainer::GetContentsTable IMAPIContainer::get_contents_table [0] expect_get_contents_table [0];
        IMAPIContainer::GetHierarchyTable IMAPIContainer::get_hierarchy_table [0] expect_get_hierarchy_table [0];
        IMAPIContainer::OpenEntry IMAPIContainer::open_entry::<IMAPIProp> [1, 3] expect_open_entry [1, 2, 3];
        IMAPIContainer::SetSearchCriteria IMAPIContainer::set_search_criteria [0, 1, 2] expect_set_search_criteria [0, 1, 2];
        IMAPIContainer::GetSearchCriteria IMAPIContainer::get_search_criteria [0] expect_get_search_criteria [0];
        IDistList::CreateEntry IDistList::create_entry [1, 2] expect_create_entry [1, 2];
        IDistList::CopyEntries IDistList::copy_entries [0, 1, 2, 3] expect_copy_entries [0, 1, 2, 3];
        IDistList::DeleteEntries IDistList::delete_entries [0] expect_delete_entries [0];
        IDistList::ResolveNames IDistList::resolve_names [0, 1, 2, 3] expect_resolve_names [0, 1, 2, 3];
    }
    IMAPIAdviseSink MockIMAPIAdviseSink {
        IMAPIAdviseSink::OnNotify IMAPIAdviseSink::on_notify [1] expect_on_notify [1];
    }
    IMAPIContainer MockIMAPIContainer {
        IMAPIProp::GetLastError IMAPIProp::get_last_error [0, 1] expect_get_last_error [0, 1];
        IMAPIProp::SaveChanges IMAPIProp::save_changes [0] expect_save_changes [0];
        IMAPIProp::GetProps IMAPIProp::get_props [0, 1] expect_get_props [0, 1];
        IMAPIProp::GetPropList IMAPIProp::get_prop_list [0] expect_get_prop_list [0];
        IMAPIProp::OpenProperty IMAPIProp::open_property::<IMAPIProp> [0, 2, 3] expect_open_property [0, 1, 2, 3];
        IMAPIProp::SetProps IMAPIProp::set_props [1] expect_set_props [1];
        IMAPIProp::DeleteProps IMAPIProp::delete_props [0] expect_delete_props [0];
        IMAPIProp::CopyTo IMAPIProp::copy_to::<IMAPIProp> [1, 2, 3, 4, 6, 7] expect_copy_to [1, 2, 3, 4, 5, 6, 7];
        IMAPIProp::CopyProps IMAPIProp::copy_props::<IMAPIProp> [0, 1, 2, 4, 5] expect_copy_props [0, 1, 2, 3, 4, 5];
        IMAPIProp::GetNamesFromIDs IMAPIProp::get_names_from_ids [0, 1, 2] expect_get_names_from_ids [0, 1, 2];
        IMAPIProp::GetIDsFromNames IMAPIProp::get_ids_from_names [1, 2] expect_get_ids_from_names [1, 2];
        IMAPIContainer::GetContentsTable IMAPIContainer::get_contents_table [0] expect_get_contents_table [0];
        IMAPIContainer::GetHierarchyTable IMAPIContainer::get_hierarchy_table [0] expect_get_hierarchy_table [0];
        IMAPIContainer::OpenEntry IMAPIContainer::open_entry::<IMAPIProp> [1, 3] expect_open_entry [1, 2, 3];
        IMAPIContainer::SetSearchCriteria IMAPIContainer::set_search_criteria [0, 1, 2] expect_set_search_criteria [0, 1, 2];
        IMAPIContainer::GetSearchCriteria IMAPIContainer::get_search_criteria [0] expect_get_search_criteria [0];
    }
    IMAPIFolder MockIMAPIFolder {
        IMAPIProp::GetLastError IMAPIProp::get_last_error [0, 1] expect_get_last_error [0, 1];
        IMAPIProp::SaveChanges IMAPIProp::save_changes [0] expect_save_changes [0];
        IMAPIProp::GetProps IMAPIProp::get_props [0, 1] expect_get_props [0, 1];
        IMAPIProp::GetPropList IMAPIProp::get_prop_list [0] expect_get_prop_list [0];
        IMAPIProp::OpenProperty IMAPIProp::open_property::<IMAPIProp> [0, 2, 3] expect_open_property [0, 1, 2, 3];
        IMAPIProp::SetProps IMAPIProp::set_props [1] expect_set_props [1];
        IMAPIProp::DeleteProps IMAPIProp::delete_props [0] expect_delete_props [0];
        IMAPIProp::CopyTo IMAPIProp::copy_to::<IMAPIProp> [1, 2, 3, 4, 6, 7] expect_copy_to [1, 2, 3, 4, 5, 6, 7];
        IMAPIProp::CopyProps IMAPIProp::copy_props::<IMAPIProp> [0, 1, 2, 4, 5] expect_copy_props [0, 1, 2, 3, 4, 5];
        IMAPIProp::GetNamesFromIDs IMAPIProp::get_names_from_ids [0, 1, 2] expect_get_names_from_ids [0, 1, 2];
        IMAPIProp::GetIDsFromNames IMAPIProp::get_ids_from_names [1, 2] expect_get_ids_from_names [1, 2];
        IMAPIContainer::GetContentsTable IMAPIContainer::get_contents_table [0] expect_get_contents_table [0];
        IMAPIContainer::GetHierarchyTable IMAPIContainer::get_hierarchy_table [0] expect_get_hierarchy_table [0];
        IMAPIContainer::OpenEntry IMAPIContainer::open_entry::<IMAPIProp> [1, 3] expect_open_entry [1, 2, 3];
        IMAPIContainer::SetSearchCriteria IMAPIContainer::set_search_criteria [0, 1, 2] expect_set_search_criteria [0, 1, 2];
        IMAPIContainer::GetSearchCriteria IMAPIContainer::get_search_criteria [0] expect_get_search_criteria [0];
        IMAPIFolder::CreateMessage IMAPIFolder::create_message::<IMAPIProp> [1] expect_create_message [0, 1];
        IMAPIFolder::CopyMessages IMAPIFolder::copy_messages::<IMAPIProp> [0, 2, 3, 4, 5] expect_copy_messages [0, 1, 2, 3, 4, 5];
        IMAPIFolder::DeleteMessages IMAPIFolder::delete_messages [0, 1, 2, 3] expect_delete_messages [0, 1, 2, 3];
        IMAPIFolder::CreateFolder IMAPIFolder::create_folder::<IMAPIProp> [0, 1, 2, 4] expect_create_folder [0, 1, 2, 3, 4];
        IMAPIFolder::CopyFolder IMAPIFolder::copy_folder::<IMAPIProp> [1, 3, 4, 5, 6, 7] expect_copy_folder [1, 2, 3, 4, 5, 6, 7];
        IMAPIFolder::DeleteFolder IMAPIFolder::delete_folder [1, 2, 3, 4] expect_delete_folder [1, 2, 3, 4];
        IMAPIFolder::SetReadFlags IMAPIFolder::set_read_flags [0, 1, 2, 3] expect_set_read_flags [0, 1, 2, 3];
        IMAPIFolder::GetMessageStatus IMAPIFolder::get_message_status [1] expect_get_message_status [1];
        IMAPIFolder::SetMessageStatus IMAPIFolder::set_message_status [1, 2, 3] expect_set_message_status [1, 2, 3];
        IMAPIFolder::SaveContentsSort IMAPIFolder::save_contents_sort [0, 1] expect_save_contents_sort [0, 1];
        IMAPIFolder::EmptyFolder IMAPIFolder::empty_folder [0, 1, 2] expect_empty_folder [0, 1, 2];
    }
    IMAPIProgress MockIMAPIProgress {
        IMAPIProgress::Progress IMAPIProgress::progress [0, 1, 2] expect_progress [0, 1, 2];
        IMAPIProgress::GetFlags IMAPIProgress::get_flags [] expect_get_flags [];
        IMAPIProgress::GetMax IMAPIProgress::get_max [] expect_get_max [];
        IMAPIProgress::GetMin IMAPIProgress::get_min [] expect_get_min [];
        IMAPIProgress::SetLimits IMAPIProgress::set_limits [0, 1, 2] expect_set_limits [0, 1, 2];
    }
    IMAPIProp MockIMAPIProp {
        IMAPIProp::GetLastError IMAPIProp::get_last_error [0, 1] expect_get_last_error [0, 1];
        IMAPIProp::SaveChanges IMAPIProp::save_changes [0] expect_save_changes [0];
        IMAPIProp::GetProps IMAPIProp::get_props [0, 1] expect_get_props [0, 1];
        IMAPIProp::GetPropList IMAPIProp::get_prop_list [0] expect_get_prop_list [0];
        IMAPIProp::OpenProperty IMAPIProp::open_property::<IMAPIProp> [0, 2, 3] expect_open_property [0, 1, 2, 3];
        IMAPIProp::SetProps IMAPIProp::set_props [1] expect_set_props [1];
        IMAPIProp::DeleteProps IMAPIProp::delete_props [0] expect_delete_props [0];
        IMAPIProp::CopyTo IMAPIProp::copy_to::<IMAPIProp> [1, 2, 3, 4, 6, 7] expect_copy_to [1, 2, 3, 4, 5, 6, 7];
        IMAPIProp::CopyProps IMAPIProp::copy_props::<IMAPIProp> [0, 1, 2, 4, 5] expect_copy_props [0, 1, 2, 3, 4, 5];
        IMAPIProp::GetNamesFromIDs IMAPIProp::get_names_from_ids [0, 1, 2] expect_get_names_from_ids [0, 1, 2];
        IMAPIProp::GetIDsFromNames IMAPIProp::get_ids_from_names [1, 2] expect_get_ids_from_names [1, 2];
    }
    IMAPISession MockIMAPISession {
        IMAPISession::GetLastError IMAPISession::get_last_error [0, 1] expect_get_last_error [0, 1];
        IMAPISession::GetMsgStoresTable IMAPISession::get_msg_stores_table [0] expect_get_msg_stores_table [0];
        IMAPISession::OpenMsgStore IMAPISession::open_msg_store::<IMAPIProp> [0, 2, 4] expect_open_msg_store [0, 2, 3, 4];
        IMAPISession::OpenAddressBook IMAPISession::open_address_book::<IMAPIProp> [0, 2] expect_open_address_book [0, 1, 2];
        IMAPISession::OpenProfileSection IMAPISession::open_profile_section::<IMAPIProp> [0, 2] expect_open_profile_section [0, 1, 2];
        IMAPISession::GetStatusTable IMAPISession::get_status_table [0] expect_get_status_table [0];
        IMAPISession::OpenEntry IMAPISession::open_entry::<IMAPIProp> [1, 3] expect_open_entry [1, 2, 3];
        IMAPISession::CompareEntryIDs IMAPISession::compare_entry_ids [1, 3] expect_compare_entry_ids [1, 3];
        IMAPISession::Advise IMAPISession::advise [1, 2, 3] expect_advise [1, 2, 3];
        IMAPISession::Unadvise IMAPISession::unadvise [0] expect_unadvise [0];
        IMAPISession::MessageOptions IMAPISession::message_options [0, 2, 3] expect_message_options [0, 2, 3];
        IMAPISession::QueryDefaultMessageOpt IMAPISession::query_default_message_opt [0] expect_query_default_message_opt [0];
        IMAPISession::EnumAdrTypes IMAPISession::enum_adr_types [0] expect_enum_adr_types [0];
        IMAPISession::QueryIdentity IMAPISession::query_identity [] expect_query_identity [];
        IMAPISession::Logoff IMAPISession::logoff [0, 1] expect_logoff [0, 1];
        IMAPISession::SetDefaultStore IMAPISession::set_default_store [0, 2] expect_set_default_store [0, 2];
        IMAPISession::AdminServices IMAPISession::admin_services [] expect_admin_services [];
        IMAPISession::ShowForm IMAPISession::show_form [0, 1, 2, 3, 4, 6, 7, 8, 9, 10] expect_show_form [0, 1, 2, 3, 4, 6, 7, 8, 9, 10];
        IMAPISession::PrepareForm IMAPISession::prepare_form [0, 1] expect_prepare_form [0, 1];
    }
    IMAPIStatus MockIMAPIStatus {
        IMAPIProp::GetLastError IMAPIProp::get_last_error [0, 1] expect_get_last_error [0, 1];
        IMAPIProp::SaveChanges IMAPIProp::save_changes [0] expect_save_changes [0];
        IMAPIProp::GetProps IMAPIProp::get_props [0, 1] expect_get_props [0, 1];
        IMAPIProp::GetPropList IMAPIProp::get_prop_list [0] expect_get_prop_list [0];
        IMAPIProp::OpenProperty IMAPIProp::open_property::<IMAPIProp> [0, 2, 3] expect_open_property [0, 1, 2, 3];
        IMAPIProp::SetProps IMAPIProp::set_props [1] expect_set_props [1];
        IMAPIProp::DeleteProps IMAPIProp::delete_props [0] expect_delete_props [0];
        IMAPIProp::CopyTo IMAPIProp::copy_to::<IMAPIProp> [1, 2, 3, 4, 6, 7] expect_copy_to [1, 2, 3, 4, 5, 6, 7];
        IMAPIProp::CopyProps IMAPIProp::copy_props::<IMAPIProp> [0, 1, 2, 4, 5] expect_copy_props [0, 1, 2, 3, 4, 5];
        IMAPIProp::GetNamesFromIDs IMAPIProp::get_names_from_ids [0, 1, 2] expect_get_names_from_ids [0, 1, 2];
        IMAPIProp::GetIDsFromNames IMAPIProp::get_ids_from_names [1, 2] expect_get_ids_from_names [1, 2];
        IMAPIStatus::ValidateState IMAPIStatus::validate_state [0, 1] expect_validate_state [0, 1];
        IMAPIStatus::SettingsDialog IMAPIStatus::settings_dialog [0, 1] expect_settings_dialog [0, 1];
        IMAPIStatus::ChangePassword IMAPIStatus::change_password [0, 1, 2] expect_change_password [0, 1, 2];
        IMAPIStatus::FlushQueues IMAPIStatus::flush_queues [0, 2, 3] expect_flush_queues [0, 2, 3];
    }
    IMAPISupport MockIMAPISupport {
        IMAPISupport::GetLastError IMAPISupport::get_last_error [0, 1] expect_get_last_error [0, 1];
        IMAPISupport::GetMemAllocRoutines IMAPISupport::get_mem_alloc_routines [0, 1, 2] expect_get_mem_alloc_routines [0, 1, 2];
        IMAPISupport::Subscribe IMAPISupport::subscribe [0, 1, 2, 3] expect_subscribe [0, 1, 2, 3];
        IMAPISupport::Unsubscribe IMAPISupport::unsubscribe [0] expect_unsubscribe [0];
        IMAPISupport::Notify IMAPISupport::notify [0, 2, 3] expect_notify [0, 2, 3];
        IMAPISupport::ModifyStatusRow IMAPISupport::modify_status_row [1, 2] expect_modify_status_row [1, 2];
        IMAPISupport::OpenProfileSection IMAPISupport::open_profile_section [0, 1] expect_open_profile_section [0, 1];
        IMAPISupport::RegisterPreprocessor IMAPISupport::register_preprocessor [0, 1, 2, 3, 4] expect_register_preprocessor [0, 1, 2, 3, 4];
        IMAPISupport::NewUID IMAPISupport::new_uid [] expect_new_uid [];
        IMAPISupport::MakeInvalid IMAPISupport::make_invalid [1, 2, 3] expect_make_invalid [1, 2, 3];
        IMAPISupport::SpoolerYield IMAPISupport::spooler_yield [] expect_spooler_yield [];
        IMAPISupport::SpoolerNotify IMAPISupport::spooler_notify [0, 1] expect_spooler_notify [0, 1];
        IMAPISupport::CreateOneOff IMAPISupport::create_one_off [0, 1, 2, 3] expect_create_one_off [0, 1, 2, 3];
        IMAPISupport::SetProviderUID IMAPISupport::set_provider_uid [0] expect_set_provider_uid [0];
        IMAPISupport::CompareEntryIDs IMAPISupport::compare_entry_ids [1, 3] expect_compare_entry_ids [1, 3];
        IMAPISupport::OpenTemplateID IMAPISupport::open_template_id::<IMAPIProp> [1, 2, 3] expect_open_template_id [1, 2, 3, 4];
        IMAPISupport::OpenEntry IMAPISupport::open_entry::<IMAPIProp> [1, 3] expect_open_entry [1, 2, 3];
        IMAPISupport::GetOneOffTable IMAPISupport::get_one_off_table [0] expect_get_one_off_table [0];
        IMAPISupport::Address IMAPISupport::address [0, 1, 2] expect_address [0, 1, 2];
        IMAPISupport::Details IMAPISupport::details [0, 1, 2, 4, 5, 6, 7, 8] expect_details [0, 1, 2, 4, 5, 6, 7, 8];
        IMAPISupport::NewEntry IMAPISupport::new_entry [0, 3, 5] expect_new_entry [0, 3, 5];
        IMAPISupport::DoConfigPropsheet IMAPISupport::do_config_propsheet [0, 2, 3, 4, 5] expect_do_config_propsheet [0, 2, 3, 4, 5];
        IMAPISupport::CopyMessages IMAPISupport::copy_messages::<IMAPIProp, IMAPIProp> [1, 2, 4, 5, 6, 7] expect_copy_messages [0, 1, 2, 3, 4, 5, 6, 7];
        IMAPISupport::CopyFolder IMAPISupport::copy_folder::<IMAPIProp, IMAPIProp> [1, 3, 5, 6, 7, 8, 9] expect_copy_folder [0, 1, 3, 4, 5, 6, 7, 8, 9];
        IMAPISupport::DoCopyTo IMAPISupport::do_copy_to::<IMAPIProp, IMAPIProp> [1, 3, 4, 5, 6, 8, 9] expect_do_copy_to [0, 1, 3, 4, 5, 6, 7, 8, 9];
        IMAPISupport::DoCopyProps IMAPISupport::do_copy_props::<IMAPIProp, IMAPIProp> [1, 2, 3, 4, 6, 7] expect_do_copy_props [0, 1, 2, 3, 4, 5, 6, 7];
        IMAPISupport::DoProgressDialog IMAPISupport::do_progress_dialog [0, 1] expect_do_progress_dialog [0, 1];
        IMAPISupport::ReadReceipt IMAPISupport::read_receipt [0, 1, 2] expect_read_receipt [0, 1, 2];
        IMAPISupport::PrepareSubmit IMAPISupport::prepare_submit [0, 1] expect_prepare_submit [0, 1];
        IMAPISupport::ExpandRecips IMAPISupport::expand_recips [0] expect_expand_recips [0];
        IMAPISupport::UpdatePAB IMAPISupport::update_pab [0, 1] expect_update_pab [0, 1];
        IMAPISupport::DoSentMail IMAPISupport::do_sent_mail [1] expect_do_sent_mail [1];
        IMAPISupport::OpenAddressBook IMAPISupport::open_address_book::<IMAPIProp> [] expect_open_address_book [0];
        IMAPISupport::Preprocess IMAPISupport::preprocess [0, 2] expect_preprocess [0, 2];
        IMAPISupport::CompleteMsg IMAPISupport::complete_msg [2] expect_complete_msg [2];
        IMAPISupport::StoreLogoffTransports IMAPISupport::store_logoff_transports [0] expect_store_logoff_transports [0];
        IMAPISupport::StatusRecips IMAPISupport::status_recips [0, 1] expect_status_recips [0, 1];
        IMAPISupport::WrapStoreEntryID IMAPISupport::wrap_store_entry_id [1] expect_wrap_store_entry_id [1];
        IMAPISupport::ModifyProfile IMAPISupport::modify_profile [0] expect_modify_profile [0];
        IMAPISupport::IStorageFromStream IMAPISupport::i_storage_from_stream::<IMAPIProp> [0, 2] expect_i_storage_from_stream [0, 1, 2];
        IMAPISupport::GetSvcConfigSupportObj IMAPISupport::get_svc_config_support_obj [] expect_get_svc_config_support_obj [];
    }
    IMAPITable MockIMAPITable {
        IMAPITable::GetLastError IMAPITable::get_last_error [0, 1] expect_get_last_error [0, 1];
        IMAPITable::Advise IMAPITable::advise [0, 1] expect_advise [0, 1];
        IMAPITable::Unadvise IMAPITable::unadvise [0] expect_unadvise [0];
        IMAPITable::GetStatus IMAPITable::get_status [] expect_get_status [];
        IMAPITable::SetColumns IMAPITable::set_columns [0, 1] expect_set_columns [0, 1];
        IMAPITable::QueryColumns IMAPITable::query_columns [0] expect_query_columns [0];
        IMAPITable::GetRowCount IMAPITable::get_row_count [] expect_get_row_count [];
        IMAPITable::SeekRow IMAPITable::seek_row [0, 1] expect_seek_row [0, 1];
        IMAPITable::SeekRowApprox IMAPITable::seek_row_approx [0, 1] expect_seek_row_approx [0, 1];
        IMAPITable::QueryPosition IMAPITable::query_position [] expect_query_position [];
        IMAPITable::FindRow IMAPITable::find_row [0, 1, 2] expect_find_row [0, 1, 2];
        IMAPITable::Restrict IMAPITable::restrict [0, 1] expect_restrict [0, 1];
        IMAPITable::CreateBookmark IMAPITable::create_bookmark [] expect_create_bookmark [];
        IMAPITable::FreeBookmark IMAPITable::free_bookmark [0] expect_free_bookmark [0];
        IMAPITable::SortTable IMAPITable::sort_table [0, 1] expect_sort_table [0, 1];
        IMAPITable::QuerySortOrder IMAPITable::query_sort_order [] expect_query_sort_order [];
        IMAPITable::QueryRows IMAPITable::query_rows [0, 1] expect_query_rows [0, 1];
        IMAPITable::Abort IMAPITable::abort [] expect_abort [];
        IMAPITable::ExpandRow IMAPITable::expand_row [1, 2] expect_expand_row [1, 2];
        IMAPITable::CollapseRow IMAPITable::collapse_row [1] expect_collapse_row [1];
        IMAPITable::WaitForCompletion IMAPITable::wait_for_completion [1, 2] expect_wait_for_completion [1, 2];
        IMAPITable::GetCollapseState IMAPITable::get_collapse_state [2] expect_get_collapse_state [2];
        IMAPITable::SetCollapseState IMAPITable::set_collapse_state [2] expect_set_collapse_state [2];
    }
    IMSLogon MockIMSLogon {
        IMSLogon::GetLastError IMSLogon::get_last_error [0, 1] expect_get_last_error [0, 1];
        IMSLogon::Logoff IMSLogon::logoff [0] expect_logoff [0];
        IMSLogon::OpenEntry IMSLogon::open_entry::<IMAPIProp> [1, 3] expect_open_entry [1, 2, 3];
        IMSLogon::CompareEntryIDs IMSLogon::compare_entry_ids [1, 3] expect_compare_entry_ids [1, 3];
        IMSLogon::Advise IMSLogon::advise [1, 2, 3] expect_advise [1, 2, 3];
        IMSLogon::Unadvise IMSLogon::unadvise [0] expect_unadvise [0];
        IMSLogon::OpenStatusEntry IMSLogon::open_status_entry::<IMAPIProp> [1] expect_open_status_entry [0, 1];
    }
    IMSProvider MockIMSProvider {
        IMSProvider::Shutdown IMSProvider::shutdown [0] expect_shutdown [0];
        IMSProvider::Logon IMSProvider::logon::<IMAPIProp> [0, 1, 2, 4, 5] expect_logon [0, 1, 2, 4, 5, 6];
        IMSProvider::SpoolerLogon IMSProvider::spooler_logon::<IMAPIProp> [0, 1, 2, 4, 5, 8] expect_spooler_logon [0, 1, 2, 4, 5, 6, 8];
        IMSProvider::CompareStoreIDs IMSProvider::compare_store_ids [1, 3] expect_compare_store_ids [1, 3];
    }
    IMailUser MockIMailUser {
        IMAPIProp::GetLastError IMAPIProp::get_last_error [0, 1] expect_get_last_error [0, 1];
        IMAPIProp::SaveChanges IMAPIProp::save_changes [0] expect_save_changes [0];
        IMAPIProp::GetProps IMAPIProp::get_props [0, 1] expect_get_props [0, 1];
        IMAPIProp::GetPropList IMAPIProp::get_prop_list [0] expect_get_prop_list [0];
        IMAPIProp::OpenProperty IMAPIProp::open_property::<IMAPIProp> [0, 2, 3] expect_open_property [0, 1, 2, 3];
        IMAPIProp::SetProps IMAPIProp::set_props [1] expect_set_props [1];
        IMAPIProp::DeleteProps IMAPIProp::delete_props [0] expect_delete_props [0];
        IMAPIProp::CopyTo IMAPIProp::copy_to::<IMAPIProp> [1, 2, 3, 4, 6, 7] expect_copy_to [1, 2, 3, 4, 5, 6, 7];
        IMAPIProp::CopyProps IMAPIProp::copy_props::<IMAPIProp> [0, 1, 2, 4, 5] expect_copy_props [0, 1, 2, 3, 4, 5];
        IMAPIProp::GetNamesFromIDs IMAPIProp::get_names_from_ids [0, 1, 2] expect_get_names_from_ids [0, 1, 2];
        IMAPIProp::GetIDsFromNames IMAPIProp::get_ids_from_names [1, 2] expect_get_ids_from_names [1, 2];
    }
    IMessage MockIMessage {
        IMAPIProp::GetLastError IMAPIProp::get_last_error [0, 1] expect_get_last_error [0, 1];
        IMAPIProp::SaveChanges IMAPIProp::save_changes [0] expect_save_changes [0];
        IMAPIProp::GetProps IMAPIProp::get_props [0, 1] expect_get_props [0, 1];
        IMAPIProp::GetPropList IMAPIProp::get_prop_list [0] expect_get_prop_list [0];
        IMAPIProp::OpenProperty IMAPIProp::open_property::<IMAPIProp> [0, 2, 3] expect_open_property [0, 1, 2, 3];
        IMAPIProp::SetProps IMAPIProp::set_props [1] expect_set_props [1];
        IMAPIProp::DeleteProps IMAPIProp::delete_props [0] expect_delete_props [0];
        IMAPIProp::CopyTo IMAPIProp::copy_to::<IMAPIProp> [1, 2, 3, 4, 6, 7] expect_copy_to [1, 2, 3, 4, 5, 6, 7];
        IMAPIProp::CopyProps IMAPIProp::copy_props::<IMAPIProp> [0, 1, 2, 4, 5] expect_copy_props [0, 1, 2, 3, 4, 5];
        IMAPIProp::GetNamesFromIDs IMAPIProp::get_names_from_ids [0, 1, 2] expect_get_names_from_ids [0, 1, 2];
        IMAPIProp::GetIDsFromNames IMAPIProp::get_ids_from_names [1, 2] expect_get_ids_from_names [1, 2];
        IMessage::GetAttachmentTable IMessage::get_attachment_table [0] expect_get_attachment_table [0];
        IMessage::OpenAttach IMessage::open_attach::<IMAPIProp> [0, 2] expect_open_attach [0, 1, 2];
        IMessage::CreateAttach IMessage::create_attach::<IMAPIProp> [1] expect_create_attach [0, 1];
        IMessage::DeleteAttach IMessage::delete_attach [0, 1, 2, 3] expect_delete_attach [0, 1, 2, 3];
        IMessage::GetRecipientTable IMessage::get_recipient_table [0] expect_get_recipient_table [0];
        IMessage::ModifyRecipients IMessage::modify_recipients [0, 1] expect_modify_recipients [0, 1];
        IMessage::SubmitMessage IMessage::submit_message [0] expect_submit_message [0];
        IMessage::SetReadFlag IMessage::set_read_flag [0] expect_set_read_flag [0];
    }
    IMsgServiceAdmin MockIMsgServiceAdmin {
        IMsgServiceAdmin::GetLastError IMsgServiceAdmin::get_last_error [0, 1] expect_get_last_error [0, 1];
        IMsgServiceAdmin::GetMsgServiceTable IMsgServiceAdmin::get_msg_service_table [] expect_get_msg_service_table [];
        IMsgServiceAdmin::CreateMsgService IMsgServiceAdmin::create_msg_service [0, 1, 2, 3] expect_create_msg_service [0, 1, 2, 3];
        IMsgServiceAdmin::DeleteMsgService IMsgServiceAdmin::delete_msg_service [0] expect_delete_msg_service [0];
        IMsgServiceAdmin::CopyMsgService IMsgServiceAdmin::copy_msg_service::<IMAPIProp> [0, 2, 4, 5, 6] expect_copy_msg_service [0, 2, 3, 4, 5, 6];
        IMsgServiceAdmin::RenameMsgService IMsgServiceAdmin::rename_msg_service [0, 2] expect_rename_msg_service [0, 2];
        IMsgServiceAdmin::ConfigureMsgService IMsgServiceAdmin::configure_msg_service [0, 1, 2, 4] expect_configure_msg_service [0, 1, 2, 4];
        IMsgServiceAdmin::OpenProfileSection IMsgServiceAdmin::open_profile_section::<IMAPIProp> [0, 2] expect_open_profile_section [0, 1, 2];
        IMsgServiceAdmin::MsgServiceTransportOrder IMsgServiceAdmin::msg_service_transport_order [1] expect_msg_service_transport_order [1];
        IMsgServiceAdmin::AdminProviders IMsgServiceAdmin::admin_providers [0] expect_admin_providers [0];
        IMsgServiceAdmin::SetPrimaryIdentity IMsgServiceAdmin::set_primary_identity [0] expect_set_primary_identity [0];
        IMsgServiceAdmin::GetProviderTable IMsgServiceAdmin::get_provider_table [0] expect_get_provider_table [0];
    }
    IMsgStore MockIMsgStore {
        IMAPIProp::GetLastError IMAPIProp::get_last_error [0, 1] expect_get_last_error [0, 1];
        IMAPIProp::SaveChanges IMAPIProp::save_changes [0] expect_save_changes [0];
        IMAPIProp::GetProps IMAPIProp::get_props [0, 1] expect_get_props [0, 1];
        IMAPIProp::GetPropList IMAPIProp::get_prop_list [0] expect_get_prop_list [0];
        IMAPIProp::OpenProperty IMAPIProp::open_property::<IMAPIProp> [0, 2, 3] expect_open_property [0, 1, 2, 3];
        IMAPIProp::SetProps IMAPIProp::set_props [1] expect_set_props [1];
        IMAPIProp::DeleteProps IMAPIProp::delete_props [0] expect_delete_props [0];
        IMAPIProp::CopyTo IMAPIProp::copy_to::<IMAPIProp> [1, 2, 3, 4, 6, 7] expect_copy_to [1, 2, 3, 4, 5, 6, 7];
        IMAPIProp::CopyProps IMAPIProp::copy_props::<IMAPIProp> [0, 1, 2, 4, 5] expect_copy_props [0, 1, 2, 3, 4, 5];
        IMAPIProp::GetNamesFromIDs IMAPIProp::get_names_from_ids [0, 1, 2] expect_get_names_from_ids [0, 1, 2];
        IMAPIProp::GetIDsFromNames IMAPIProp::get_ids_from_names [1, 2] expect_get_ids_from_names [1, 2];
        IMsgStore::Advise IMsgStore::advise [1, 2, 3] expect_advise [1, 2, 3];
        IMsgStore::Unadvise IMsgStore::unadvise [0] expect_unadvise [0];
        IMsgStore::CompareEntryIDs IMsgStore::compare_entry_ids [1, 3] expect_compare_entry_ids [1, 3];
        IMsgStore::OpenEntry IMsgStore::open_entry::<IMAPIProp> [1, 3] expect_open_entry [1, 2, 3];
        IMsgStore::SetReceiveFolder IMsgStore::set_receive_folder [0, 1, 3] expect_set_receive_folder [0, 1, 3];
        IMsgStore::GetReceiveFolder IMsgStore::get_receive_folder [0, 1] expect_get_receive_folder [0, 1];
        IMsgStore::GetReceiveFolderTable IMsgStore::get_receive_folder_table [0] expect_get_receive_folder_table [0];
        IMsgStore::StoreLogoff IMsgStore::store_logoff [0] expect_store_logoff [0];
        IMsgStore::AbortSubmit IMsgStore::abort_submit [1] expect_abort_submit [1];
        IMsgStore::GetOutgoingQueue IMsgStore::get_outgoing_queue [] expect_get_outgoing_queue [];
        IMsgStore::SetLockState IMsgStore::set_lock_state [0, 1] expect_set_lock_state [0, 1];
        IMsgStore::FinishedMsg IMsgStore::finished_msg [2] expect_finished_msg [2];
        IMsgStore::NotifyNewMail IMsgStore::notify_new_mail [0] expect_notify_new_mail [0];
    }
    IProfAdmin MockIProfAdmin {
        IProfAdmin::GetLastError IProfAdmin::get_last_error [0, 1] expect_get_last_error [0, 1];
        IProfAdmin::GetProfileTable IProfAdmin::get_profile_table [0] expect_get_profile_table [0];
        IProfAdmin::CreateProfile IProfAdmin::create_profile [0, 1, 2, 3] expect_create_profile [0, 1, 2, 3];
        IProfAdmin::DeleteProfile IProfAdmin::delete_profile [0, 1] expect_delete_profile [0, 1];
        IProfAdmin::ChangeProfilePassword IProfAdmin::change_profile_password [0, 1, 2, 3] expect_change_profile_password [0, 1, 2, 3];
        IProfAdmin::CopyProfile IProfAdmin::copy_profile [0, 1, 2, 3, 4] expect_copy_profile [0, 1, 2, 3, 4];
        IProfAdmin::RenameProfile IProfAdmin::rename_profile [0, 1, 2, 3, 4] expect_rename_profile [0, 1, 2, 3, 4];
        IProfAdmin::SetDefaultProfile IProfAdmin::set_default_profile [0, 1] expect_set_default_profile [0, 1];
        IProfAdmin::AdminServices IProfAdmin::admin_services [0, 1, 2, 3] expect_admin_services [0, 1, 2, 3];
    }
    IProfSect MockIProfSect {
        IMAPIProp::GetLastError IMAPIProp::get_last_error [0, 1] expect_get_last_error [0, 1];
        IMAPIProp::SaveChanges IMAPIProp::save_changes [0] expect_save_changes [0];
        IMAPIProp::GetProps IMAPIProp::get_props [0, 1] expect_get_props [0, 1];
        IMAPIProp::GetPropList IMAPIProp::get_prop_list [0] expect_get_prop_list [0];
        IMAPIProp::OpenProperty IMAPIProp::open_property::<IMAPIProp> [0, 2, 3] expect_open_property [0, 1, 2, 3];
        IMAPIProp::SetProps IMAPIProp::set_props [1] expect_set_props [1];
        IMAPIProp::DeleteProps IMAPIProp::delete_props [0] expect_delete_props [0];
        IMAPIProp::CopyTo IMAPIProp::copy_to::<IMAPIProp> [1, 2, 3, 4, 6, 7] expect_copy_to [1, 2, 3, 4, 5, 6, 7];
        IMAPIProp::CopyProps IMAPIProp::copy_props::<IMAPIProp> [0, 1, 2, 4, 5] expect_copy_props [0, 1, 2, 3, 4, 5];
        IMAPIProp::GetNamesFromIDs IMAPIProp::get_names_from_ids [0, 1, 2] expect_get_names_from_ids [0, 1, 2];
        IMAPIProp::GetIDsFromNames IMAPIProp::get_ids_from_names [1, 2] expect_get_ids_from_names [1, 2];
    }
    IPropData MockIPropData {
        IMAPIProp::GetLastError IMAPIProp::get_last_error [0, 1] expect_get_last_error [0, 1];
        IMAPIProp::SaveChanges IMAPIProp::save_changes [0] expect_save_changes [0];
        IMAPIProp::GetProps IMAPIProp::get_props [0, 1] expect_get_props [0, 1];
        IMAPIProp::GetPropList IMAPIProp::get_prop_list [0] expect_get_prop_list [0];
        IMAPIProp::OpenProperty IMAPIProp::open_property::<IMAPIProp> [0, 2, 3] expect_open_property [0, 1, 2, 3];
        IMAPIProp::SetProps IMAPIProp::set_props [1] expect_set_props [1];
        IMAPIProp::DeleteProps IMAPIProp::delete_props [0] expect_delete_props [0];
        IMAPIProp::CopyTo IMAPIProp::copy_to::<IMAPIProp> [1, 2, 3, 4, 6, 7] expect_copy_to [1, 2, 3, 4, 5, 6, 7];
        IMAPIProp::CopyProps IMAPIProp::copy_props::<IMAPIProp> [0, 1, 2, 4, 5] expect_copy_props [0, 1, 2, 3, 4, 5];
        IMAPIProp::GetNamesFromIDs IMAPIProp::get_names_from_ids [0, 1, 2] expect_get_names_from_ids [0, 1, 2];
        IMAPIProp::GetIDsFromNames IMAPIProp::get_ids_from_names [1, 2] expect_get_ids_from_names [1, 2];
        IPropData::HrSetObjAccess IPropData::hr_set_obj_access [0] expect_hr_set_obj_access [0];
        IPropData::HrSetPropAccess IPropData::hr_set_prop_access [0, 1] expect_hr_set_prop_access [0, 1];
        IPropData::HrGetPropAccess IPropData::hr_get_prop_access [0] expect_hr_get_prop_access [0];
        IPropData::HrAddObjProps IPropData::hr_add_obj_props [0] expect_hr_add_obj_props [0];
    }
    IProviderAdmin MockIProviderAdmin {
        IProviderAdmin::GetLastError IProviderAdmin::get_last_error [0, 1] expect_get_last_error [0, 1];
        IProviderAdmin::GetProviderTable IProviderAdmin::get_provider_table [0] expect_get_provider_table [0];
        IProviderAdmin::CreateProvider IProviderAdmin::create_provider [0, 2, 3, 4] expect_create_provider [0, 2, 3, 4];
        IProviderAdmin::DeleteProvider IProviderAdmin::delete_provider [0] expect_delete_provider [0];
        IProviderAdmin::OpenProfileSection IProviderAdmin::open_profile_section::<IMAPIProp> [0, 2] expect_open_profile_section [0, 1, 2];
    }
    ITableData MockITableData {
        ITableData::HrGetView ITableData::hr_get_view [0, 1, 2] expect_hr_get_view [0, 1, 2];
        ITableData::HrModifyRow ITableData::hr_modify_row [0] expect_hr_modify_row [0];
        ITableData::HrDeleteRow ITableData::hr_delete_row [0] expect_hr_delete_row [0];
        ITableData::HrQueryRow ITableData::hr_query_row [0, 2] expect_hr_query_row [0, 2];
        ITableData::HrEnumRow ITableData::hr_enum_row [0] expect_hr_enum_row [0];
        ITableData::HrNotify ITableData::hr_notify [2] expect_hr_notify [2];
        ITableData::HrInsertRow ITableData::hr_insert_row [0, 1] expect_hr_insert_row [0, 1];
        ITableData::HrModifyRows ITableData::hr_modify_rows [1] expect_hr_modify_rows [1];
        ITableData::HrDeleteRows ITableData::hr_delete_rows [0, 1] expect_hr_delete_rows [0, 1];
    }
    IXPLogon MockIXPLogon {
        IXPLogon::AddressTypes IXPLogon::address_types [0, 2, 4] expect_address_types [0, 2, 4];
        IXPLogon::RegisterOptions IXPLogon::register_options [0, 2] expect_register_options [0, 2];
        IXPLogon::TransportNotify IXPLogon::transport_notify [0, 1] expect_transport_notify [0, 1];
        IXPLogon::Idle IXPLogon::idle [] expect_idle [];
        IXPLogon::TransportLogoff IXPLogon::transport_logoff [0] expect_transport_logoff [0];
        IXPLogon::SubmitMessage IXPLogon::submit_message [0, 1, 2, 3] expect_submit_message [0, 1, 2, 3];
        IXPLogon::EndMessage IXPLogon::end_message [0] expect_end_message [0];
        IXPLogon::Poll IXPLogon::poll [] expect_poll [];
        IXPLogon::StartMessage IXPLogon::start_message [1, 2] expect_start_message [1, 2];
        IXPLogon::OpenStatusEntry IXPLogon::open_status_entry::<IMAPIProp> [1] expect_open_status_entry [0, 1];
        IXPLogon::ValidateState IXPLogon::validate_state [0, 1] expect_validate_state [0, 1];
        IXPLogon::FlushQueues IXPLogon::flush_queues [0, 3] expect_flush_queues [0, 3];
    }
    IXPProvider MockIXPProvider {
        IXPProvider::Shutdown IXPProvider::shutdown [0] expect_shutdown [0];
        IXPProvider::TransportLogon IXPProvider::transport_logon [0, 1, 2, 3, 4] expect_transport_logon [0, 1, 2, 3, 4];
    }
}
