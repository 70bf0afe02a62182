-- Generated from manifest/. Edit that, then build. content 81136ee254bbdec9
---@meta
-- luacheck: globals app docs dump json regex time
-- luacheck: no max line length, no unused

---Period of a report and what it is narrowed to.
---@class missive.ReportRequest
---@field organization? string Organization. The API insists on it. (UUID; filled from the setting default_organization when absent)
---@field start integer|string Begin. (Unix seconds or ISO 8601; a date alone means the start of that day; without a zone, in that of time_zone)
---@field end integer|string End. (Unix seconds or ISO 8601; a date alone means the end of that day; without a zone, in that of time_zone)
---@field time_zone? string Time zone of the report, and of start and end where they have none. (time zone)
---@field teams? string[] IDs of teams.
---@field users? string[] IDs of users.
---@field shared_labels? string[] IDs of shared labels of the organization.
---@field accounts? string[] IDs of accounts.
---@field account_types? missive.AccountType[] Kinds of accounts. (one of custom, email, instagram, live_chat, messenger, sms, whatsapp)

---Kind of an account.
---@alias missive.AccountType
---| "custom"
---| "email"
---| "instagram"
---| "live_chat"
---| "messenger"
---| "sms"
---| "whatsapp"

---A report just ordered.
---@class missive.ReportReference
---@field id? string Report ID; get_analytics_report needs it. (UUID)

---What was created in place of a comment.
---@alias missive.CommentForm
---| "post" # A post: deletable with delete_post.
---| "task" # A subtask of the conversation.

---A comment of a conversation, with the task tied to it.
---@class missive.Comment
---@field id? string ID. (UUID)
---@field body? string Text.
---@field created_at? integer When it was written; the cursor of comment lists. (Unix seconds)
---@field mentions? missive.CommentMention[] Mentions in the text.
---@field author? missive.UserProfile Who wrote it.
---@field attachment? missive.Attachment The attached file. (may be null)
---@field task? missive.CommentTask The task tied to it. (may be null)

---A mention within the text of a comment.
---@class missive.CommentMention
---@field id? string ID of who is mentioned. (UUID)
---@field index? integer Position in the text, in characters.
---@field length? integer Length in the text, in characters.

---The task tied to a comment.
---@class missive.CommentTask
---@field description? string Text of the task. (may be null)
---@field state? missive.TaskState State. (one of todo, in_progress, closed)
---@field due_at? integer When it is due. (Unix seconds; may be null)
---@field started_at? integer When work on it began. (Unix seconds; may be null)
---@field closed_at? integer When it was closed. (Unix seconds; may be null)
---@field assignees? missive.UserProfile[] Users it is assigned to.
---@field team? missive.TeamReference Team it is assigned to. (may be null)

---A contact book.
---@class missive.ContactBook
---@field id? string ID. (UUID)
---@field name? string Name.
---@field description? string Description. (may be null)
---@field user? string User it belongs to. (UUID)
---@field organization? string Organization it belongs to. (UUID; may be null)
---@field share_with_organization? boolean Shared with the whole organization.
---@field share_with_team? string Team it is shared with. (UUID; may be null)
---@field share_with_users? string[] IDs of the users it is shared with.

---Kind of a contact group.
---@alias missive.ContactGroupKind
---| "group"
---| "organization"

---Which contact groups are listed.
---@class missive.ContactGroupListParams
---@field contact_book? string Contact book. The API insists on one; where none is named, the only book counts. (UUID; filled from the setting default_contact_book when absent)
---@field kind missive.ContactGroupKind Groups, or organizations. (one of group, organization)
---@field limit? integer Number of items to return. (1 to 200; default 50)
---@field offset? integer Number of items to skip. (at least 0; default 0)

---A group or an organization of a contact book.
---@class missive.ContactGroup
---@field id? string ID. (UUID)
---@field name? string Name.

---Membership of a contact. The four texts apply only to an organization.
---@class missive.ContactMembership
---@field group missive.ContactMembershipGroup Group or organization.
---@field title? string Job title.
---@field department? string Department.
---@field location? string Location.
---@field description? string Description.

---The group or organization of a membership.
---@class missive.ContactMembershipGroup
---@field id? string ID, in answers only. (UUID)
---@field kind missive.ContactGroupKind Group, or organization. (one of group, organization)
---@field name string Name.

---Kind of a contact detail.
---@alias missive.ContactInfoKind
---| "email"
---| "phone_number"
---| "twitter"
---| "facebook"
---| "physical_address"
---| "url"
---| "custom"

---Label of a contact detail; which ones fit depends on its kind, other fits all.
---@alias missive.ContactInfoLabel
---| "home"
---| "work"
---| "personal"
---| "main"
---| "mobile"
---| "home_fax"
---| "work_fax"
---| "other_fax"
---| "pager"
---| "homepage"
---| "profile"
---| "blog"
---| "other"

---A detail of a contact, such as an email address. Its kind decides which fields it has.
---@class missive.ContactInfo
---@field kind missive.ContactInfoKind Kind. (one of email, phone_number, twitter, facebook, physical_address, url, custom)
---@field label? missive.ContactInfoLabel Label. (one of home, work, personal, main, mobile, home_fax, work_fax, other_fax, pager, homepage, profile, blog, other; default other)
---@field value? string Email address, phone number, Twitter username, URL or custom text.
---@field custom_label? string Text of the label; needs label other.
---@field name? string Name on Facebook.
---@field street? string Street of a postal address.
---@field extended_address? string Further line of a postal address.
---@field city? string City.
---@field region? string Region or state.
---@field postal_code? string Postal code.
---@field po_box? string Post office box.
---@field country? string Country.

---A detail of a contact in a change, where the label has to be given.
---@class missive.ContactInfoChange
---@field kind missive.ContactInfoKind Kind. (one of email, phone_number, twitter, facebook, physical_address, url, custom)
---@field label missive.ContactInfoLabel Label. (one of home, work, personal, main, mobile, home_fax, work_fax, other_fax, pager, homepage, profile, blog, other)
---@field value? string Email address, phone number, Twitter username, URL or custom text.
---@field custom_label? string Text of the label; needs label other.
---@field name? string Name on Facebook.
---@field street? string Street of a postal address.
---@field extended_address? string Further line of a postal address.
---@field city? string City.
---@field region? string Region or state.
---@field postal_code? string Postal code.
---@field po_box? string Post office box.
---@field country? string Country.

---Order of a contact list.
---@alias missive.ContactOrder
---| "last_name"
---| "last_modified"

---Which contacts are listed.
---@class missive.ContactListParams
---@field contact_book? string Contact book. The API insists on one; where none is named, all books are read. (UUID; filled from the setting default_contact_book when absent)
---@field search? string Text to find in names, emails, phone numbers, organizations, custom fields and notes.
---@field modified_since? integer|string Only contacts created or changed since. (Unix seconds or ISO 8601; a date alone means the start of that day)
---@field include_deleted? boolean List deleted contacts too, with only id and deleted. Counts only together with modified_since. (default false)
---@field order? missive.ContactOrder Order. (one of last_name, last_modified; default last_name)
---@field limit? integer Number of items to return. (1 to 200; default 50)
---@field offset? integer Number of items to skip. (at least 0; default 0)

---What a contact is made of, apart from its book, infos and memberships.
---@class missive.ContactAttributes
---@field first_name? string First name.
---@field last_name? string Last name.
---@field middle_name? string Middle name.
---@field phonetic_first_name? string First name as it is spoken.
---@field phonetic_last_name? string Last name as it is spoken.
---@field phonetic_middle_name? string Middle name as it is spoken.
---@field prefix? string Text before the name.
---@field suffix? string Text after the name.
---@field nickname? string Nickname.
---@field file_as? string Name to sort by.
---@field notes? string Notes.
---@field starred? boolean Starred.
---@field gender? string Gender.

---A contact to create.
---@class missive.ContactContent
---@field first_name? string First name.
---@field last_name? string Last name.
---@field middle_name? string Middle name.
---@field phonetic_first_name? string First name as it is spoken.
---@field phonetic_last_name? string Last name as it is spoken.
---@field phonetic_middle_name? string Middle name as it is spoken.
---@field prefix? string Text before the name.
---@field suffix? string Text after the name.
---@field nickname? string Nickname.
---@field file_as? string Name to sort by.
---@field notes? string Notes.
---@field starred? boolean Starred.
---@field gender? string Gender.
---@field contact_book? string Contact book it goes into. The API insists on one; where none is named, the only book counts. (UUID; filled from the setting default_contact_book when absent)
---@field infos? missive.ContactInfo[] Email addresses, phone numbers and other details.
---@field memberships? missive.ContactMembership[] Groups and organizations it belongs to.
---@field email? string Shorthand for an info of kind email, label other. (email)
---@field emails? string[] Shorthand for several infos of kind email, label other.
---@field phone? string Shorthand for an info of kind phone_number, label other.
---@field phone_number? string Same as phone.

---Attributes of a contact to change; what is left out stays.
---@class missive.ContactChanges
---@field first_name? string First name.
---@field last_name? string Last name.
---@field middle_name? string Middle name.
---@field phonetic_first_name? string First name as it is spoken.
---@field phonetic_last_name? string Last name as it is spoken.
---@field phonetic_middle_name? string Middle name as it is spoken.
---@field prefix? string Text before the name.
---@field suffix? string Text after the name.
---@field nickname? string Nickname.
---@field file_as? string Name to sort by.
---@field notes? string Notes.
---@field starred? boolean Starred.
---@field gender? string Gender.
---@field id? string Contact to change: one of contact_ids. Only needed where each contact gets attributes of its own. (UUID)
---@field contact_book? string Contact book to put it in. (UUID)
---@field infos? missive.ContactInfoChange[] Replaces all its details: what is not in the list is deleted.
---@field memberships? missive.ContactMembership[] Replaces all its memberships: what is not in the list is deleted.

---A contact; attributes that were never set may be absent or null. A deleted contact has only id and deleted.
---@class missive.Contact
---@field first_name? string First name.
---@field last_name? string Last name.
---@field middle_name? string Middle name.
---@field phonetic_first_name? string First name as it is spoken.
---@field phonetic_last_name? string Last name as it is spoken.
---@field phonetic_middle_name? string Middle name as it is spoken.
---@field prefix? string Text before the name.
---@field suffix? string Text after the name.
---@field nickname? string Nickname.
---@field file_as? string Name to sort by.
---@field notes? string Notes.
---@field starred? boolean Starred.
---@field gender? string Gender.
---@field id? string ID. (UUID)
---@field contact_book? string Contact book it is in. (UUID)
---@field modified_at? integer When it last changed. (Unix seconds)
---@field deleted? boolean True for a deleted contact.
---@field infos? missive.ContactInfo[] Email addresses, phone numbers and other details.
---@field memberships? missive.ContactMembership[] Groups and organizations it belongs to.

---State of a conversation, as a mailbox of the token owner.
---@alias missive.ConversationState
---| "open" # In the Inbox.
---| "closed" # In Closed.
---| "spam" # In Spam.

---Conversation to merge into, and the subject of the result.
---@class missive.MergeRequest
---@field target string Conversation that survives; not the one being merged. (UUID)
---@field subject? string New subject of the merged conversation.

---A conversation with its counters and the state that each user has it in. Where the token owner is only a guest, just id and last_activity_at are there.
---@class missive.Conversation
---@field id? string ID. (UUID)
---@field created_at? integer When it began. May be absent when one conversation is read. (Unix seconds)
---@field subject? string Subject set by users. (may be null)
---@field latest_message_subject? string Subject of the newest message. (may be null)
---@field organization? missive.Organization Organization it is shared with; null when it is personal. (may be null)
---@field color? string Color. (color; may be null)
---@field assignees? missive.UserState[] Users it is assigned to.
---@field users? missive.UserState[] Users with access.
---@field attachments_count? integer Number of attachments.
---@field messages_count? integer Number of messages.
---@field authors? missive.ConversationAuthor[] People who wrote messages in it.
---@field drafts_count? integer Number of drafts.
---@field send_later_messages_count? integer Number of scheduled messages.
---@field tasks_count? integer Number of tasks.
---@field completed_tasks_count? integer Number of tasks that are done.
---@field web_url? string Address in the web app. (URL)
---@field app_url? string Address in the desktop app. (URL)
---@field assignee_names? string Names of the assignees, comma separated.
---@field assignee_emails? string Emails of the assignees, comma separated.
---@field shared_label_names? string Names of the shared labels, comma separated.
---@field last_activity_at? integer Latest activity; the cursor of conversation lists. (Unix seconds)
---@field team? missive.TeamReference Team it belongs to. (may be null)
---@field shared_labels? missive.LabelReference[] Shared labels on it.

---Somebody who wrote in a conversation.
---@class missive.ConversationAuthor
---@field name? string Name.
---@field address? string Email address. (email)

---A user and the state in which that user has the conversation.
---@class missive.UserState
---@field id? string User ID. (UUID)
---@field name? string Name.
---@field email? string Email address. (email)
---@field unassigned? boolean Unassigned for the user.
---@field closed? boolean Closed for the user.
---@field archived? boolean Archived for the user.
---@field trashed? boolean In the trash of the user.
---@field junked? boolean Spam for the user.
---@field assigned? boolean Assigned to the user.
---@field flagged? boolean Starred by the user.
---@field snoozed? boolean Snoozed for the user.

---Team, as other objects name it.
---@class missive.TeamReference
---@field id? string ID. (UUID)
---@field name? string Name.
---@field organization? string Organization ID. (UUID)

---Shared label, as other objects name it.
---@class missive.LabelReference
---@field id? string ID. (UUID)
---@field name? string Name.

---A draft, what becomes of it, and what it does to its conversation.
---@class missive.DraftContent
---@field subject? string Subject.
---@field body? string Body. In HTML, visible spacing needs empty paragraphs. (HTML)
---@field from_field? missive.DraftSender Sender: an alias or an account of the token owner; no endpoint lists them. (filled from the setting default_from_field when absent)
---@field to_fields? missive.DraftRecipient[] Recipients; exactly one for SMS, WhatsApp and live chat.
---@field cc_fields? missive.EmailAddress[] Copy recipients, email only.
---@field bcc_fields? missive.EmailAddress[] Blind copy recipients, email only.
---@field account? string Account to write from; needed for custom channels, live chat, Messenger and Instagram. (UUID)
---@field attachments? missive.FileAttachment[] Files to attach. (at most 25 items)
---@field quote_previous_message? boolean Quote the conversation's last message. That copies its text to the recipients. (default false)
---@field add_default_signature? boolean Append the signature of the sender's alias, email only. (default false; not in the API's own documentation, known from other clients and live reports)
---@field send? boolean Send now. (default false)
---@field send_at? integer|string Send at this time. (Unix seconds or ISO 8601)
---@field auto_followup? boolean Drop the scheduled draft when an answer arrives first. (default false)
---@field conversation? string Conversation to append to; or give references. (UUID)
---@field references? string[] Message references, angle brackets optional, that find the conversation to append to: of several the first; with no match a new one is made.
---@field conversation_subject? string New subject of the conversation.
---@field conversation_color? string New color of the conversation: hex, or good, warning, danger. (color)
---@field organization? string Organization in which the conversation is looked for, and to which a new one is linked. (UUID)
---@field team? string Team to link the conversation to; ignored when it has one, unless force_team is true. (UUID)
---@field force_team? boolean Replace the team that the conversation has. (default false)
---@field add_users? string[] IDs of users who gain access.
---@field add_assignees? string[] IDs of users to assign as well as those already assigned.
---@field remove_assignees? string[] IDs of users to unassign. (not in the API's own documentation, known from other clients and live reports)
---@field add_shared_labels? string[] IDs of shared labels to put on the conversation.
---@field remove_shared_labels? string[] IDs of shared labels to take off the conversation.
---@field add_to_inbox? boolean Move the conversation to the Inbox of everyone with access. (default false)
---@field add_to_team_inbox? boolean Move the conversation to its team's inbox. (default false)
---@field close? boolean Close the conversation for everyone with access. (default false)
---@field external_response_id? string ID of a WhatsApp template. Needed, with its variables, to write to somebody without contact in the last 24 hours; body has to equal the filled template.
---@field external_response_variables? table<string, string> Variables of the WhatsApp template and their values.

---Sender of a draft: address for email, phone_number for SMS and WhatsApp, free values for a custom channel.
---@class missive.DraftSender
---@field address? string Email address, one of the aliases of the token owner. (email)
---@field name? string Name.
---@field phone_number? string Phone number of an account, with a leading +.
---@field type? missive.PhoneAccountType Kind of account, where several have the phone number. (one of signalwire, twilio, twilio_whatsapp, whatsapp)
---@field id? string ID in a custom channel.
---@field username? string Username in a custom channel.

---Kind of an account with a phone number.
---@alias missive.PhoneAccountType
---| "signalwire"
---| "twilio"
---| "twilio_whatsapp"
---| "whatsapp"

---Recipient of a draft: address for email, phone_number for SMS and WhatsApp, id for Messenger and Instagram, id, username and name for live chat and custom channels.
---@class missive.DraftRecipient
---@field address? string Email address. (email)
---@field name? string Name.
---@field phone_number? string Phone number, with a leading +.
---@field id? string ID in the channel.
---@field username? string Username in the channel.

---An email address with a name.
---@class missive.EmailAddress
---@field address string Email address. (email)
---@field name? string Name.

---A file to attach.
---@class missive.FileAttachment
---@field base64_data string Content. (base64)
---@field filename string File name.

---A draft as stored.
---@class missive.DraftMessage
---@field id? string ID. (UUID)
---@field subject? string Subject. (may be null)
---@field draft? boolean True for a draft.
---@field preview? string First words of the body.
---@field type? string Channel, such as email.
---@field delivered_at? integer When it is to be sent; null until it is scheduled or sent. The cursor of draft lists. (Unix seconds; may be null)
---@field updated_at? integer When it last changed. (Unix seconds)
---@field created_at? integer When Missive created it. (Unix seconds)
---@field email_message_id? string Message-ID header of an email.
---@field in_reply_to? string[] Message-IDs it answers.
---@field references? string[] Message-IDs of its thread.
---@field from_field? missive.MessageAddress Sender.
---@field to_fields? missive.MessageAddress[] Recipients.
---@field cc_fields? missive.MessageAddress[] Copy recipients.
---@field bcc_fields? missive.MessageAddress[] Blind copy recipients.
---@field reply_to_fields? missive.MessageAddress[] Where answers go.
---@field attachments? missive.Attachment[] Attached files.
---@field author? missive.UserProfile Who wrote it.

---Event that a webhook is called for.
---@alias missive.HookType
---| "incoming_email"
---| "incoming_sms_message"
---| "incoming_facebook_message"
---| "incoming_whatsapp_message"
---| "incoming_twilio_chat_message"
---| "new_comment"

---Event, URL to call, and filters.
---@class missive.HookContent
---@field type missive.HookType Event. (one of incoming_email, incoming_sms_message, incoming_facebook_message, incoming_whatsapp_message, incoming_twilio_chat_message, new_comment)
---@field url string URL that is called; it has to answer the validation request. (URL)
---@field organization? string Organization of the subscription; left out, it is personal. (UUID)
---@field content_contains? string Only content with this text.
---@field content_starts_with? string Only content that begins with this text.
---@field content_ends_with? string Only content that ends with this text.
---@field is_task? boolean Only comments that are tasks. (default false)
---@field author? string Only comments by this user. (UUID)
---@field mention? string Only comments that mention this user. (UUID)
---@field from_eq? string Only emails from this address. (email)
---@field subject_contains? string Only emails with this text in the subject.

---A subscription just made.
---@class missive.HookReference
---@field id? string Hook ID; keep it, delete_hook needs it. (UUID)

---Which subscriptions are listed.
---@class missive.HookListParams
---@field organization? string Organization to list. (UUID)
---@field limit? integer Number of items to return. (at least 1)
---@field offset? integer Number of items to skip. (at least 0)

---A shared label.
---@class missive.SharedLabel
---@field id? string ID. (UUID)
---@field name? string Name.
---@field name_with_parent_names? string Name after the names of its parents, separated by slashes.
---@field color? string Color. (color; may be null)
---@field parent? string Parent label, where there is one. (UUID)
---@field organization? string Organization it belongs to. (UUID)

---What messages are found by.
---@class missive.MessageSearchParams
---@field email_message_id string Message-ID header of the email, angle brackets included.

---Headers and preview of a message, without its body.
---@class missive.MessageSummary
---@field id? string ID. (UUID)
---@field subject? string Subject. (may be null)
---@field draft? boolean True for a draft.
---@field preview? string First words of the body.
---@field type? string Channel, such as email.
---@field delivered_at? integer When it was sent or received; the cursor of message lists. (Unix seconds)
---@field updated_at? integer When it last changed. (Unix seconds)
---@field created_at? integer When Missive created it. (Unix seconds)
---@field email_message_id? string Message-ID header of an email.
---@field in_reply_to? string[] Message-IDs it answers.
---@field references? string[] Message-IDs of its thread.
---@field from_field? missive.MessageAddress Sender.
---@field to_fields? missive.MessageAddress[] Recipients.
---@field cc_fields? missive.MessageAddress[] Copy recipients.
---@field bcc_fields? missive.MessageAddress[] Blind copy recipients.
---@field reply_to_fields? missive.MessageAddress[] Where answers go.
---@field attachments? missive.Attachment[] Attached files.

---A message with its body.
---@class missive.Message
---@field id? string ID. (UUID)
---@field subject? string Subject. (may be null)
---@field draft? boolean True for a draft.
---@field preview? string First words of the body.
---@field type? string Channel, such as email.
---@field delivered_at? integer When it was sent or received; the cursor of message lists. (Unix seconds)
---@field updated_at? integer When it last changed. (Unix seconds)
---@field created_at? integer When Missive created it. (Unix seconds)
---@field email_message_id? string Message-ID header of an email.
---@field in_reply_to? string[] Message-IDs it answers.
---@field references? string[] Message-IDs of its thread.
---@field from_field? missive.MessageAddress Sender.
---@field to_fields? missive.MessageAddress[] Recipients.
---@field cc_fields? missive.MessageAddress[] Copy recipients.
---@field bcc_fields? missive.MessageAddress[] Blind copy recipients.
---@field reply_to_fields? missive.MessageAddress[] Where answers go.
---@field attachments? missive.Attachment[] Attached files.
---@field body? string Body, HTML or plain text by channel. Inline images name their attachment in data-missive-attachment-id. (HTML)
---@field conversation? missive.Conversation The conversation it is in, without last_activity_at.

---Sender or recipient of a message; which fields are there depends on the channel.
---@class missive.MessageAddress
---@field name? string Name.
---@field address? string Email address. (email)
---@field id? string ID in a channel without email addresses.
---@field username? string Username in a channel without email addresses.
---@field phone_number? string Phone number, with a leading +.

---A file.
---@class missive.Attachment
---@field id? string ID. (UUID)
---@field filename? string File name.
---@field extension? string File name extension.
---@field url? string Where it is downloaded. (URL)
---@field media_type? string First half of the media type, such as image.
---@field sub_type? string Second half of the media type, such as png.
---@field size? integer Size. (in bytes)
---@field width? integer Width of an image, in pixels.
---@field height? integer Height of an image, in pixels.

---An organization.
---@class missive.Organization
---@field id? string ID. (UUID)
---@field name? string Name.

---Page of an offset list.
---@class missive.PageParams
---@field limit? integer Number of items to return. (1 to 200; default 50)
---@field offset? integer Number of items to skip. (at least 0; default 0)

---Page of an offset list, narrowed to one organization where wanted.
---@class missive.OrganizationPageParams
---@field organization? string Organization to list; left out, all organizations of the token owner. (UUID)
---@field limit? integer Number of items to return. (1 to 200; default 50)
---@field offset? integer Number of items to skip. (at least 0; default 0)

---Part of a list that is ordered by time, newest first.
---@class missive.CursorParams
---@field limit? integer Number of items to return. The API gives pages of at most 10; further pages are fetched until the number is reached. Left out: one page. (at least 1)
---@field until? integer|string Newest time to return, included: the cursor value of the oldest item read so far. (Unix seconds or ISO 8601)

---A post and what it does to its conversation.
---@class missive.PostContent
---@field text? string Plain text. The API cuts it after about 8000 characters, as other clients report.
---@field markdown? string Markdown text. The API cuts it after about 8000 characters, as other clients report. (Markdown)
---@field attachments? missive.PostAttachmentContent[] Cards and files under the text.
---@field notification? missive.PostNotification Notification that users get. Left out, it is made from username and the start of the text, as the API insists on one.
---@field username? string Name shown as author in place of the token owner.
---@field username_icon? string Image shown beside the name. (URL)
---@field conversation_icon? string Image shown for the conversation. (URL)
---@field conversation? string Conversation to append to; or give references. (UUID)
---@field references? string[] Message references, angle brackets optional, that find the conversation to append to: of several the first; with no match a new one is made.
---@field conversation_subject? string New subject of the conversation.
---@field conversation_color? string New color of the conversation: hex, or good, warning, danger. (color)
---@field organization? string Organization in which the conversation is looked for, and to which a new one is linked. (UUID)
---@field team? string Team to link the conversation to; ignored when it has one, unless force_team is true. (UUID)
---@field force_team? boolean Replace the team that the conversation has. (default false)
---@field add_users? string[] IDs of users who gain access.
---@field add_assignees? string[] IDs of users to assign as well as those already assigned.
---@field remove_assignees? string[] IDs of users to unassign. (not in the API's own documentation, known from other clients and live reports)
---@field add_shared_labels? string[] IDs of shared labels to put on the conversation.
---@field remove_shared_labels? string[] IDs of shared labels to take off the conversation.
---@field add_to_inbox? boolean Move the conversation to the Inbox of everyone with access. (default false)
---@field add_to_team_inbox? boolean Move the conversation to its team's inbox. (default false)
---@field close? boolean Close the conversation for everyone with access. (default false)
---@field reopen? boolean Left out or true, a closed conversation opens again; false keeps it closed. The API's own text contradicts itself; this is what tests against it show.

---Notification of a post.
---@class missive.PostNotification
---@field title? string Title.
---@field body? string Text.

---A post as listed; its text is not part of lists.
---@class missive.Post
---@field id? string ID. (UUID)
---@field created_at? integer When it was made; the cursor of post lists. (Unix seconds)
---@field username? string Name shown as author.
---@field username_icon? string Image beside the name. (URL)
---@field notification? missive.PostNotification Notification.
---@field attachments? missive.PostAttachment[] Cards under the text.

---A post just made.
---@class missive.PostReference
---@field id? string Post ID; delete_post needs it. (UUID)
---@field conversation? string Conversation it is in. (UUID)

---A card of a post.
---@class missive.PostAttachment
---@field color? string Color of its border: hex, or good, warning, danger. (color)
---@field pretext? string Text above the card.
---@field author_name? string Author.
---@field author_link? string Link of the author. (URL)
---@field author_icon? string Image of the author. (URL)
---@field title? string Title.
---@field title_link? string Link of the title. (URL)
---@field image_url? string Image. (URL)
---@field text? string Plain text.
---@field markdown? string Markdown text. (Markdown)
---@field timestamp? integer Time shown in the footer. (Unix seconds)
---@field footer? string Footer.
---@field footer_icon? string Image in the footer. (URL)
---@field fields? missive.PostField[] Titled values.

---A card of a post, or a file.
---@class missive.PostAttachmentContent
---@field color? string Color of its border: hex, or good, warning, danger. (color)
---@field pretext? string Text above the card.
---@field author_name? string Author.
---@field author_link? string Link of the author. (URL)
---@field author_icon? string Image of the author. (URL)
---@field title? string Title.
---@field title_link? string Link of the title. (URL)
---@field image_url? string Image. (URL)
---@field text? string Plain text.
---@field markdown? string Markdown text. (Markdown)
---@field timestamp? integer|string Time shown in the footer. (Unix seconds or ISO 8601)
---@field footer? string Footer.
---@field footer_icon? string Image in the footer. (URL)
---@field fields? missive.PostField[] Titled values.
---@field base64_data? string Content of a file. (base64; not in the API's own documentation, known from other clients and live reports)
---@field filename? string Name of a file. (not in the API's own documentation, known from other clients and live reports)

---A titled value on a card.
---@class missive.PostField
---@field title? string Title.
---@field value? string Value.
---@field short? boolean Two such fields share a row.

---A canned response to create, of an organization or of a user.
---@class missive.ResponseContent
---@field title? string Title. (at most 500 characters)
---@field subject? string Subject that it sets. (at most 500 characters)
---@field body? string Body. (HTML)
---@field organization? string Organization it belongs to; give this or user. (UUID; filled from the setting default_organization when absent)
---@field user? string User it belongs to. (UUID)
---@field share_with_team? string Team it is shared with; needs organization. (UUID)
---@field shared_labels? string[] IDs of shared labels it sets; needs organization.
---@field to_fields? missive.EmailAddress[] Recipients it adds.
---@field cc_fields? missive.EmailAddress[] Copy recipients it adds.
---@field bcc_fields? missive.EmailAddress[] Blind copy recipients it adds.
---@field external_id? string ID in another system; needs external_source.
---@field external_source? string Name of the other system. ID and name together are unique per organization or user.
---@field attachments? missive.ResponseAttachment[] Attached files.

---Attributes of a canned response to change; what is left out stays.
---@class missive.ResponseChanges
---@field id? string Response to change: one of response_ids. Only needed where each response gets attributes of its own. (UUID)
---@field title? string Title. (at most 500 characters)
---@field subject? string Subject that it sets. (at most 500 characters)
---@field body? string Body. (HTML)
---@field organization? string Organization it belongs to. (UUID)
---@field user? string User it belongs to. (UUID)
---@field share_with_team? string Team it is shared with; needs organization. (UUID)
---@field shared_labels? string[] IDs of shared labels it sets; needs organization.
---@field to_fields? missive.EmailAddress[] Recipients it adds.
---@field cc_fields? missive.EmailAddress[] Copy recipients it adds.
---@field bcc_fields? missive.EmailAddress[] Blind copy recipients it adds.
---@field external_id? string ID in another system; needs external_source.
---@field external_source? string Name of the other system. ID and name together are unique per organization or user.
---@field attachments? missive.ResponseAttachment[] Replaces all its files: what is not in the list is deleted.

---A file of a canned response.
---@class missive.ResponseAttachment
---@field base64_data string Content. (base64)
---@field filename string File name.
---@field id? string Temporary ID by which the body names it in data-missive-attachment-id.

---A canned response.
---@class missive.CannedResponse
---@field id? string ID. (UUID)
---@field title? string Title.
---@field subject? string Subject that it sets. (may be null)
---@field body? string Body. (HTML)
---@field organization? string Organization it belongs to. (UUID; may be null)
---@field user? string User it belongs to. (UUID; may be null)
---@field share_with_team? string Team it is shared with. (UUID; may be null)
---@field shared_labels? string[] IDs of shared labels it sets.
---@field to_fields? missive.EmailAddress[] Recipients it adds.
---@field cc_fields? missive.EmailAddress[] Copy recipients it adds.
---@field bcc_fields? missive.EmailAddress[] Blind copy recipients it adds.
---@field external_id? string ID in another system, where it has one.
---@field external_source? string Name of the other system.
---@field attachments? missive.Attachment[] Attached files.
---@field modified_at? integer When it last changed. (Unix seconds)

---State of a task.
---@alias missive.TaskState
---| "todo"
---| "in_progress"
---| "closed"

---States that a task list is narrowed to.
---@alias missive.TaskStateFilter
---| "open" # todo and in_progress.
---| "completed" # Same as closed.
---| "todo"
---| "in_progress"
---| "closed"

---State to give to a task.
---@alias missive.TaskStateChange
---| "open" # Same as todo.
---| "completed" # Same as closed.
---| "todo"
---| "in_progress"
---| "closed"

---Kind of an entry in a task list.
---@alias missive.TaskType
---| "task" # A standalone task or a subtask.
---| "conversation" # An assigned or due conversation.

---Attributes of a task to change; what is left out stays.
---@class missive.TaskChanges
---@field title? string Title. (at most 1000 characters)
---@field description? string Description, shown as plain text. (at most 10000 characters)
---@field state? missive.TaskStateChange State. (one of open, completed, todo, in_progress, closed)
---@field assignees? string[] IDs of the users to assign; replaces those assigned. To name a user by email use assignee.
---@field assignee? string ID or email of the one user to assign, or me; replaces those assigned.
---@field team? string Team to assign. (UUID)
---@field due_at? integer|string When it is due. (Unix seconds or ISO 8601; a date alone means the end of that day)
---@field due_date? integer|string Same as due_at. (Unix seconds or ISO 8601; a date alone means the end of that day)

---A task with the IDs of its assignees and team.
---@class missive.TaskItem
---@field id? string ID. (UUID)
---@field conversation? string Conversation it is a subtask of. (UUID; may be null)
---@field title? string Title.
---@field description? string Description. (may be null)
---@field state? missive.TaskState State. (one of todo, in_progress, closed)
---@field started_at? integer When work on it began. (Unix seconds; may be null)
---@field closed_at? integer When it was closed. (Unix seconds; may be null)
---@field assignees? string[] IDs of the users it is assigned to.
---@field team? string Team it is assigned to. (UUID; may be null)
---@field due_at? integer When it is due. (Unix seconds; may be null)
---@field type? missive.TaskType Kind of entry. (one of task, conversation)
---@field last_activity_at? integer Latest activity, in lists only; their cursor. (Unix seconds)

---A task with its assignees and team as objects.
---@class missive.TaskDetail
---@field id? string ID. (UUID)
---@field conversation? string Conversation it is a subtask of. (UUID; may be null)
---@field title? string Title.
---@field description? string Description. (may be null)
---@field state? missive.TaskState State. (one of todo, in_progress, closed)
---@field started_at? integer When work on it began. (Unix seconds; may be null)
---@field closed_at? integer When it was closed. (Unix seconds; may be null)
---@field assignees? missive.UserProfile[] Users it is assigned to.
---@field team? missive.TeamReference Team it is assigned to. (may be null)
---@field due_at? integer When it is due. (Unix seconds; may be null)
---@field type? missive.TaskType Kind of entry. (one of task, conversation)
---@field last_activity_at? integer Latest activity, in lists only; their cursor. (Unix seconds)

---A team to create.
---@class missive.TeamContent
---@field name string Name.
---@field organization? string Organization it belongs to. The API insists on it. (UUID; filled from the setting default_organization when absent)
---@field emoji? string Emoji as a shortcode between colons.
---@field color? string Color. (color)
---@field active_members? string[] IDs of the users who are active members.
---@field observers? string[] IDs of the users who observe.
---@field business_hours? missive.BusinessHours Hours in which the team works.
---@field inactivity_period? integer Inactivity period of the team. (in seconds)
---@field team_mention_behavior? missive.TeamMentionBehavior Who is mentioned with the team. (one of all_members, only_active_members)
---@field user_reply_behavior? missive.UserReplyBehavior What a reply by a user does. (one of assign_user, leave_in_team_inbox)
---@field received_reply_behavior? missive.ReceivedReplyBehavior Where a received reply shows. (one of show_in_assignee_inbox, show_in_team_inbox)
---@field team_sidebar_behavior? missive.TeamSidebarBehavior What the sidebar shows of the team. (one of show_team_space, show_team_inbox)
---@field team_inbox_enabled? boolean Whether the team has an inbox.
---@field chat_room_enabled? boolean Whether the team has a chat room.

---A team. Lists may leave out what follows observers.
---@class missive.Team
---@field id? string ID. (UUID)
---@field name? string Name.
---@field organization? string Organization it belongs to. (UUID)
---@field active_members? string[] IDs of the users who are active members.
---@field observers? string[] IDs of the users who observe.
---@field emoji? string Emoji as a shortcode between colons.
---@field color? string Color. (color)
---@field business_hours? missive.BusinessHours Hours in which the team works.
---@field inactivity_period? integer Inactivity period of the team. (in seconds)
---@field team_mention_behavior? missive.TeamMentionBehavior Who is mentioned with the team. (one of all_members, only_active_members)
---@field user_reply_behavior? missive.UserReplyBehavior What a reply by a user does. (one of assign_user, leave_in_team_inbox)
---@field received_reply_behavior? missive.ReceivedReplyBehavior Where a received reply shows. (one of show_in_assignee_inbox, show_in_team_inbox)
---@field team_sidebar_behavior? missive.TeamSidebarBehavior What the sidebar shows of the team. (one of show_team_space, show_team_inbox)
---@field team_inbox_enabled? boolean Whether the team has an inbox.
---@field chat_room_enabled? boolean Whether the team has a chat room.

---Weekly hours in a time zone.
---@class missive.BusinessHours
---@field tz? string Time zone. (time zone)
---@field t? missive.BusinessDay[] Hours of the days.

---Hours of one day of the week.
---@class missive.BusinessDay
---@field d? integer Day of the week, from 0 for Sunday to 6 for Saturday. (0 to 6)
---@field s? integer[] Begin and end, in seconds from midnight. (2 to 2 items)

---Who is mentioned with a team.
---@alias missive.TeamMentionBehavior
---| "all_members"
---| "only_active_members"

---What a reply by a user does.
---@alias missive.UserReplyBehavior
---| "assign_user"
---| "leave_in_team_inbox"

---Where a received reply shows.
---@alias missive.ReceivedReplyBehavior
---| "show_in_assignee_inbox"
---| "show_in_team_inbox"

---What the sidebar shows of a team.
---@alias missive.TeamSidebarBehavior
---| "show_team_space"
---| "show_team_inbox"

---A user of an organization; the organization itself is not named.
---@class missive.User
---@field id? string ID. (UUID)
---@field me? boolean True for the token owner.
---@field email? string Email address. (email)
---@field name? string Name.
---@field avatar_url? string Picture. (URL)

---The token owner.
---@class missive.CurrentUser
---@field id? string ID. (UUID)
---@field me? boolean True for the token owner.
---@field email? string Email address. (email)
---@field name? string Name.
---@field avatar_url? string Picture. (URL)
---@field organizations? missive.Organization[] Organizations of the token owner.

---A user, as other objects name one.
---@class missive.UserProfile
---@field id? string ID. (UUID)
---@field name? string Name.
---@field email? string Email address. (email)
---@field avatar_url? string Picture. (URL)

---Arguments of list_conversations.
---@class (exact) missive.ListConversationsArguments
---@field inbox? string Filter by inbox ID.
---@field assignee? string Filter by assignee user ID or email.
---@field state? missive.ConversationState Filter by conversation state: "open", "closed", or "spam". (one of open, closed, spam)
---@field limit? integer Maximum number of conversations to return (default: 25, max: 100). (1 to 100; default 25)
---@field offset? integer Offset for pagination. (at least 0; default 0)

---Result of list_conversations.
---@class missive.ListConversationsResult
---@field conversations missive.Conversation[]
---@field pagination { offset: integer, limit: integer, returned: integer, has_more: boolean?, next_until: integer?, incomplete: boolean } How far the list was read.

---Arguments of get_conversation.
---@class (exact) missive.GetConversationArguments
---@field id string The conversation UUID.

---Result of get_conversation.
---@class missive.GetConversationResult
---@field conversations missive.Conversation[]
---@field messages? missive.MessageSummary[] The newest 10 messages.
---@field messages_error? string Why the messages could not be read.
---@field merged_from? string The ID asked for, where another one was returned. (UUID)

---Arguments of list_conversation_messages.
---@class (exact) missive.ListConversationMessagesArguments
---@field conversation_id string Conversation UUID.
---@field params? missive.CursorParams Optional query parameters such as limit and until.

---Result of list_conversation_messages.
---@class missive.ListConversationMessagesResult
---@field messages missive.MessageSummary[]
---@field pagination { offset: integer, limit: integer, returned: integer, has_more: boolean?, next_until: integer?, incomplete: boolean } How far the list was read.

---Arguments of list_conversation_comments.
---@class (exact) missive.ListConversationCommentsArguments
---@field conversation_id string Conversation UUID.
---@field params? missive.CursorParams Optional query parameters such as limit and until.

---Result of list_conversation_comments.
---@class missive.ListConversationCommentsResult
---@field comments missive.Comment[]
---@field pagination { offset: integer, limit: integer, returned: integer, has_more: boolean?, next_until: integer?, incomplete: boolean } How far the list was read.

---Arguments of list_conversation_drafts.
---@class (exact) missive.ListConversationDraftsArguments
---@field conversation_id string Conversation UUID.
---@field params? missive.CursorParams Optional query parameters such as limit and until.

---Result of list_conversation_drafts.
---@class missive.ListConversationDraftsResult
---@field drafts missive.DraftMessage[]
---@field pagination { offset: integer, limit: integer, returned: integer, has_more: boolean?, next_until: integer?, incomplete: boolean } How far the list was read.

---Arguments of list_conversation_posts.
---@class (exact) missive.ListConversationPostsArguments
---@field conversation_id string Conversation UUID.
---@field params? missive.CursorParams Optional query parameters such as limit and until.

---Result of list_conversation_posts.
---@class missive.ListConversationPostsResult
---@field posts missive.Post[]
---@field pagination { offset: integer, limit: integer, returned: integer, has_more: boolean?, next_until: integer?, incomplete: boolean } How far the list was read.

---Arguments of merge_conversation.
---@class (exact) missive.MergeConversationArguments
---@field conversation_id string Source conversation UUID.
---@field body missive.MergeRequest Merge payload including target and optional subject.

---Result of merge_conversation.
---@class missive.MergeConversationResult
---@field conversations missive.Conversation[]

---Arguments of create_comment.
---@class (exact) missive.CreateCommentArguments
---@field conversation_id string The UUID of the conversation to comment on.
---@field body string The comment body text. Supports Markdown.
---@field assignees? string[] List of user IDs or emails to assign the comment to.

---Result of create_comment.
---@class missive.CreateCommentResult
---@field posts missive.PostReference
---@field tasks? missive.TaskItem The subtask, in place of posts.
---@field created_as? missive.CommentForm What was created. (one of post, task)

---Arguments of create_draft.
---@class (exact) missive.CreateDraftArguments
---@field body missive.DraftContent|{ drafts: missive.DraftContent } Draft payload matching the Missive drafts endpoint.

---Result of create_draft.
---@class missive.CreateDraftResult
---@field drafts missive.DraftMessage

---Arguments of delete_draft.
---@class (exact) missive.DeleteDraftArguments
---@field draft_id string Draft UUID.

---Result of delete_draft.
---@class missive.DeleteDraftResult
---@field ok boolean Whether the API accepted the call.
---@field status integer The HTTP status of the answer.

---Arguments of list_messages.
---@class (exact) missive.ListMessagesArguments
---@field params missive.MessageSearchParams Query parameters such as email_message_id.

---Result of list_messages.
---@class missive.ListMessagesResult
---@field messages missive.Message[]

---Arguments of create_post.
---@class (exact) missive.CreatePostArguments
---@field body missive.PostContent|{ posts: missive.PostContent } Post payload matching the Missive posts endpoint.

---Result of create_post.
---@class missive.CreatePostResult
---@field posts missive.PostReference

---Arguments of delete_post.
---@class (exact) missive.DeletePostArguments
---@field post_id string Post UUID.

---Result of delete_post.
---@class missive.DeletePostResult
---@field ok boolean Whether the API accepted the call.
---@field status integer The HTTP status of the answer.

---Arguments of list_tasks.
---@class (exact) missive.ListTasksArguments
---@field state? missive.TaskStateFilter Filter by task state: "open" or "completed". (one of open, completed, todo, in_progress, closed)
---@field assignee? string Filter by assignee user ID or email.
---@field limit? integer Maximum number of tasks to return (default: 25, max: 100). (1 to 100; default 25)
---@field offset? integer Offset for pagination. (at least 0; default 0)

---Result of list_tasks.
---@class missive.ListTasksResult
---@field tasks missive.TaskItem[]
---@field pagination { offset: integer, limit: integer, returned: integer, has_more: boolean?, next_until: integer?, incomplete: boolean } How far the list was read.

---Arguments of get_task.
---@class (exact) missive.GetTaskArguments
---@field task_id string Task UUID.

---Result of get_task.
---@class missive.GetTaskResult
---@field tasks missive.TaskDetail

---Arguments of create_task.
---@class (exact) missive.CreateTaskArguments
---@field title string The task title. (at most 1000 characters)
---@field description? string Detailed description of the task. Supports Markdown. (at most 10000 characters)
---@field assignee? string User ID or email of the person to assign the task to.
---@field due_date? string Due date in ISO 8601 format (e.g., "2025-12-31").

---Result of create_task.
---@class missive.CreateTaskResult
---@field tasks missive.TaskItem

---Arguments of update_task.
---@class (exact) missive.UpdateTaskArguments
---@field task_id string Task UUID.
---@field body missive.TaskChanges|{ tasks: missive.TaskChanges } Task attributes to update.

---Result of update_task.
---@class missive.UpdateTaskResult
---@field tasks missive.TaskItem

---Arguments of get_current_user.
---@class (exact) missive.GetCurrentUserArguments

---Result of get_current_user.
---@class missive.GetCurrentUserResult
---@field user missive.CurrentUser

---Arguments of list_organizations.
---@class (exact) missive.ListOrganizationsArguments
---@field params? missive.PageParams Query parameters such as limit and offset.

---Result of list_organizations.
---@class missive.ListOrganizationsResult
---@field organizations missive.Organization[]
---@field pagination { offset: integer, limit: integer, returned: integer, has_more: boolean?, next_until: integer?, incomplete: boolean } How far the list was read.

---Arguments of list_users.
---@class (exact) missive.ListUsersArguments
---@field params? missive.OrganizationPageParams Query parameters such as organization, limit, and offset.

---Result of list_users.
---@class missive.ListUsersResult
---@field users missive.User[]
---@field pagination { offset: integer, limit: integer, returned: integer, has_more: boolean?, next_until: integer?, incomplete: boolean } How far the list was read.

---Arguments of list_teams.
---@class (exact) missive.ListTeamsArguments
---@field params? missive.OrganizationPageParams Query parameters such as organization, limit, and offset.

---Result of list_teams.
---@class missive.ListTeamsResult
---@field teams missive.Team[]
---@field pagination { offset: integer, limit: integer, returned: integer, has_more: boolean?, next_until: integer?, incomplete: boolean } How far the list was read.

---Arguments of create_teams.
---@class (exact) missive.CreateTeamsArguments
---@field body missive.TeamContent|missive.TeamContent[]|{ teams: missive.TeamContent|missive.TeamContent[] } Team creation payload.

---Result of create_teams.
---@class missive.CreateTeamsResult
---@field teams missive.Team[]

---Arguments of list_shared_labels.
---@class (exact) missive.ListSharedLabelsArguments
---@field params? missive.OrganizationPageParams Query parameters such as organization, limit, and offset.

---Result of list_shared_labels.
---@class missive.ListSharedLabelsResult
---@field shared_labels missive.SharedLabel[]
---@field pagination { offset: integer, limit: integer, returned: integer, has_more: boolean?, next_until: integer?, incomplete: boolean } How far the list was read.

---Arguments of list_contacts.
---@class (exact) missive.ListContactsArguments
---@field params? missive.ContactListParams Query parameters such as contact_book, search, modified_since, include_deleted, limit, and offset.

---Result of list_contacts.
---@class missive.ListContactsResult
---@field contacts missive.Contact[]
---@field hint? string Says when an argument has no effect, such as include_deleted without modified_since.
---@field pagination { offset: integer, limit: integer, returned: integer, has_more: boolean?, next_until: integer?, incomplete: boolean } How far the list was read.

---Arguments of get_contact.
---@class (exact) missive.GetContactArguments
---@field contact_id string Contact UUID.

---Result of get_contact.
---@class missive.GetContactResult
---@field contacts missive.Contact|missive.Contact[]

---Arguments of create_contacts.
---@class (exact) missive.CreateContactsArguments
---@field body missive.ContactContent|missive.ContactContent[]|{ contacts: missive.ContactContent|missive.ContactContent[] } Contact creation payload.

---Result of create_contacts.
---@class missive.CreateContactsResult
---@field contacts missive.Contact[]

---Arguments of update_contacts.
---@class (exact) missive.UpdateContactsArguments
---@field contact_ids string One or more contact IDs, comma separated.
---@field body missive.ContactChanges|missive.ContactChanges[]|{ contacts: missive.ContactChanges|missive.ContactChanges[] } Contact attributes to update.

---Result of update_contacts.
---@class missive.UpdateContactsResult
---@field contacts missive.Contact[]

---Arguments of list_contact_books.
---@class (exact) missive.ListContactBooksArguments
---@field params? missive.PageParams Query parameters such as limit and offset.

---Result of list_contact_books.
---@class missive.ListContactBooksResult
---@field contact_books missive.ContactBook[]
---@field pagination { offset: integer, limit: integer, returned: integer, has_more: boolean?, next_until: integer?, incomplete: boolean } How far the list was read.

---Arguments of list_contact_groups.
---@class (exact) missive.ListContactGroupsArguments
---@field params missive.ContactGroupListParams Query parameters including contact_book, kind, limit, and offset.

---Result of list_contact_groups.
---@class missive.ListContactGroupsResult
---@field contact_groups missive.ContactGroup[]
---@field pagination { offset: integer, limit: integer, returned: integer, has_more: boolean?, next_until: integer?, incomplete: boolean } How far the list was read.

---Arguments of list_responses.
---@class (exact) missive.ListResponsesArguments
---@field params? missive.OrganizationPageParams Query parameters such as organization, limit, and offset.

---Result of list_responses.
---@class missive.ListResponsesResult
---@field responses missive.CannedResponse[]
---@field pagination { offset: integer, limit: integer, returned: integer, has_more: boolean?, next_until: integer?, incomplete: boolean } How far the list was read.

---Arguments of get_response.
---@class (exact) missive.GetResponseArguments
---@field response_id string Response UUID.

---Result of get_response.
---@class missive.GetResponseResult
---@field responses missive.CannedResponse|missive.CannedResponse[]

---Arguments of create_responses.
---@class (exact) missive.CreateResponsesArguments
---@field body missive.ResponseContent|missive.ResponseContent[]|{ responses: missive.ResponseContent|missive.ResponseContent[] } Response creation payload.

---Result of create_responses.
---@class missive.CreateResponsesResult
---@field responses missive.CannedResponse[]

---Arguments of update_responses.
---@class (exact) missive.UpdateResponsesArguments
---@field response_ids string One or more response IDs, comma separated.
---@field body missive.ResponseChanges|missive.ResponseChanges[]|{ responses: missive.ResponseChanges|missive.ResponseChanges[] } Response attributes to update.

---Result of update_responses.
---@class missive.UpdateResponsesResult
---@field responses missive.CannedResponse[]

---Arguments of delete_responses.
---@class (exact) missive.DeleteResponsesArguments
---@field response_ids string One or more response IDs, comma separated.

---Result of delete_responses.
---@class missive.DeleteResponsesResult
---@field ok boolean Whether the API accepted the call.
---@field status integer The HTTP status of the answer.

---Arguments of create_analytics_report.
---@class (exact) missive.CreateAnalyticsReportArguments
---@field body missive.ReportRequest|{ reports: missive.ReportRequest } Analytics report payload with organization, start, end, and time_zone.

---Result of create_analytics_report.
---@class missive.CreateAnalyticsReportResult
---@field reports missive.ReportReference

---Arguments of get_analytics_report.
---@class (exact) missive.GetAnalyticsReportArguments
---@field report_id string Analytics report UUID returned by create_analytics_report.

---Result of get_analytics_report.
---@class missive.GetAnalyticsReportResult
---@field reports table<string, any>

---Arguments of list_hooks.
---@class (exact) missive.ListHooksArguments
---@field params? missive.HookListParams Query parameters such as organization, limit, and offset.

---Result of list_hooks.
---@class missive.ListHooksResult
---@field [string] any The API's JSON as it is.

---Arguments of create_hook.
---@class (exact) missive.CreateHookArguments
---@field body missive.HookContent|{ hooks: missive.HookContent } Webhook subscription payload.

---Result of create_hook.
---@class missive.CreateHookResult
---@field hooks missive.HookReference

---Arguments of delete_hook.
---@class (exact) missive.DeleteHookArguments
---@field hook_id string Hook UUID.

---Result of delete_hook.
---@class missive.DeleteHookResult
---@field ok boolean Whether the API accepted the call.
---@field status integer The HTTP status of the answer.

---Arguments of api_get.
---@class (exact) missive.ApiGetArguments
---@field path string Endpoint path, such as /contacts or /shared_labels.
---@field params? table<string, any> Optional query parameters.

---Result of api_get.
---@class missive.ApiGetResult
---@field [string] any The API's JSON as it is.

---Arguments of api_post.
---@class (exact) missive.ApiPostArguments
---@field path string Endpoint path, such as /drafts.
---@field body? table<string, any> JSON request body.

---Result of api_post.
---@class missive.ApiPostResult
---@field [string] any The API's JSON as it is.

---Arguments of api_patch.
---@class (exact) missive.ApiPatchArguments
---@field path string Endpoint path, such as /contacts/{id}.
---@field body? table<string, any> JSON request body.

---Result of api_patch.
---@class missive.ApiPatchResult
---@field [string] any The API's JSON as it is.

---Arguments of api_delete.
---@class (exact) missive.ApiDeleteArguments
---@field path string Endpoint path, such as /drafts/{id}.
---@field params? table<string, any> Optional request parameters.

---Result of api_delete.
---@class missive.ApiDeleteResult
---@field [string] any The API's JSON as it is.

---Email & team chat
---@class missive.Functions
local functions = {}

---List conversations from Missive. Supports filtering by inbox, assignee, and state. Returns paginated results.
---
---Reads one mailbox. With state alone, open is the Inbox of the token owner, closed is Closed, spam is Spam. inbox is a team ID, whose Inbox (or with state, its Closed or its share of Spam) is read. Without state it may be the name of a mailbox: inbox, all, assigned, closed, snoozed, flagged, trashed, junked or drafts. With neither, all conversations are read. assignee also takes the word "me"; with no other filter that reads the assigned mailbox. The API knows neither assignees nor offsets here: pages are walked back in time, at most 20, and searched; pagination.incomplete tells when that was not enough. By shared label or organization: api_get with the path /conversations. Where the token owner is only a guest, a conversation has just id and last_activity_at.
---@param arguments? missive.ListConversationsArguments
---@return missive.ListConversationsResult
functions.list_conversations = function(arguments) end

---Get a single Missive conversation by ID, including messages and metadata.
---
---A second request reads the newest 10 messages and adds them as messages; when it fails, the conversation comes with messages_error instead. Messages have a preview, no body: api_get with the path /messages/ and an ID reads the whole message. The ID of a conversation that was merged into another still works: the other is returned, and merged_from has the ID asked for.
---@param arguments missive.GetConversationArguments
---@return missive.GetConversationResult
functions.get_conversation = function(arguments) end

---List messages in a Missive conversation with timestamp pagination.
---
---Newest first, without drafts and without bodies: api_get with the path /messages/ and an ID reads the whole message. Without a limit one page of about 10 is returned. With one, pages are fetched, at most 20, until it is reached; repeats are dropped. until takes delivered_at of the oldest message read so far.
---@param arguments missive.ListConversationMessagesArguments
---@return missive.ListConversationMessagesResult
functions.list_conversation_messages = function(arguments) end

---List comments in a Missive conversation with timestamp pagination.
---
---Newest first, each with the task tied to it. What create_comment makes is not here: a post is in list_conversation_posts. Without a limit one page of about 10 is returned. With one, pages are fetched, at most 20, until it is reached; repeats are dropped. until takes created_at of the oldest comment read so far.
---@param arguments missive.ListConversationCommentsArguments
---@return missive.ListConversationCommentsResult
functions.list_conversation_comments = function(arguments) end

---List drafts in a Missive conversation with timestamp pagination.
---
---Without a limit one page of about 10 is returned. With one, pages are fetched, at most 20, until it is reached; repeats are dropped. until takes delivered_at of the oldest draft, which is null unless the draft is scheduled or sent: where a page ends in such a draft, no further page can be asked for and pagination.incomplete is true.
---@param arguments missive.ListConversationDraftsArguments
---@return missive.ListConversationDraftsResult
functions.list_conversation_drafts = function(arguments) end

---List posts in a Missive conversation with timestamp pagination.
---
---Newest first. The text of a post is not part of the answer. Without a limit one page of about 10 is returned. With one, pages are fetched, at most 20, until it is reached; repeats are dropped. until takes created_at of the oldest post read so far.
---@param arguments missive.ListConversationPostsArguments
---@return missive.ListConversationPostsResult
functions.list_conversation_posts = function(arguments) end

---Merge a source Missive conversation into a target conversation.
---
---The conversation of conversation_id goes into body.target, which has to be another one. The ID of the result can differ from that of target. Cannot be undone.
---@param arguments missive.MergeConversationArguments
---@return missive.MergeConversationResult
functions.merge_conversation = function(arguments) end

---Create a comment on a Missive conversation. Use this to add internal notes or replies.
---
---The API cannot create comments. Without assignees this makes a post: everyone with access sees it and may be notified, list_conversation_posts lists it, delete_post deletes it by the ID returned, a closed conversation stays closed. With assignees it makes a subtask of the conversation, titled with the first line of body; it needs a conversation that belongs to an organization. created_as tells which: post, under posts, or task, under tasks. Only with the setting allow_undocumented a comment is tried. Approximate: the API lacks the thing itself, see the notes.
---@param arguments missive.CreateCommentArguments
---@return missive.CreateCommentResult
functions.create_comment = function(arguments) end

---Create a Missive draft, or send immediately when send=true.
---
---Nothing is sent unless send or send_at is given. The API refuses a draft whose sender is none of the aliases or accounts of the token owner: give from_field or set default_from_field. The answer may be empty, above all after a send: then it is ok and status, without drafts. After an unclear failure look at list_conversation_drafts before you try again, or it may be sent twice. Sends a message when body.send or body.send_at is given.
---@param arguments missive.CreateDraftArguments
---@return missive.CreateDraftResult
functions.create_draft = function(arguments) end

---Delete a Missive draft by ID.
---
---IDs come from create_draft and list_conversation_drafts. Cannot be undone; safe to repeat.
---@param arguments missive.DeleteDraftArguments
---@return missive.DeleteDraftResult
functions.delete_draft = function(arguments) end

---List Missive messages using documented query parameters such as email_message_id.
---
---params is needed although it is marked optional: the API finds messages by email_message_id only. At most the newest 10 are returned, with their bodies; there is no further page.
---@param arguments missive.ListMessagesArguments
---@return missive.ListMessagesResult
functions.list_messages = function(arguments) end

---Create a Missive post in a conversation.
---
---Without conversation and references a new conversation is made. Everyone with access sees the post and may be notified. Posting opens a closed conversation again, unless reopen is false. Keep the ID returned: delete_post needs it.
---@param arguments missive.CreatePostArguments
---@return missive.CreatePostResult
functions.create_post = function(arguments) end

---Delete a Missive post by ID.
---
---In a shared conversation the token has to belong to an owner or admin of the organization. IDs come from create_post, create_comment and list_conversation_posts. Cannot be undone; safe to repeat.
---@param arguments missive.DeletePostArguments
---@return missive.DeletePostResult
functions.delete_post = function(arguments) end

---List tasks from Missive. Supports filtering by state and assignee. Returns paginated results.
---
---open is read in two walks, todo and in_progress, merged by latest activity. assignee also takes the word "me"; that or an email costs a request more. The API knows no offset here: pages of up to 50 are walked back in time, at most 20. Assigned and due conversations are listed too: type tells them apart, and the setting task_type can leave them out. assignees and team are IDs here, objects in get_task. Subtasks of one conversation, tasks of a team or by due date: api_get with the path /tasks.
---@param arguments? missive.ListTasksArguments
---@return missive.ListTasksResult
functions.list_tasks = function(arguments) end

---Get a single Missive task by ID.
---
---assignees and team are objects here, IDs in list_tasks.
---@param arguments missive.GetTaskArguments
---@return missive.GetTaskResult
functions.get_task = function(arguments) end

---Create a new task in Missive. Requires a title. Optionally set description, assignee, and due date.
---
---Makes a standalone task; create_comment with assignees makes a subtask of a conversation. Without assignee it goes to the token owner. Its organization is the setting default_organization, else the only one, else the one that the assignee belongs to. description is shown as plain text: Markdown is not rendered. due_date without a time means the end of that day, without a zone the setting time_zone.
---@param arguments missive.CreateTaskArguments
---@return missive.CreateTaskResult
functions.create_task = function(arguments) end

---Update a Missive task by ID.
---
---completed is sent as closed, open as todo; assignee and due_date, as create_task has them, are understood too. One task a call. Assignees are replaced, not added. Safe to repeat.
---@param arguments missive.UpdateTaskArguments
---@return missive.UpdateTaskResult
functions.update_task = function(arguments) end

---Get the profile of the currently authenticated Missive user, including name, email, and organization info.
---
---The API has no call for this. It is made of GET /users, where the token owner is found, and GET /organizations, whose organizations are added.
---@param arguments? missive.GetCurrentUserArguments
---@return missive.GetCurrentUserResult
functions.get_current_user = function(arguments) end

---List organizations the authenticated Missive user is part of.
---@param arguments? missive.ListOrganizationsArguments
---@return missive.ListOrganizationsResult
functions.list_organizations = function(arguments) end

---List users in organizations the authenticated Missive user is part of.
---
---The token owner is the entry with me true. Users do not name their organization: pass it to list only its users.
---@param arguments? missive.ListUsersArguments
---@return missive.ListUsersResult
functions.list_users = function(arguments) end

---List teams in organizations the authenticated Missive user is part of.
---@param arguments? missive.ListTeamsArguments
---@return missive.ListTeamsResult
functions.list_teams = function(arguments) end

---Create one or more Missive teams.
---
---The token has to belong to an admin or owner of the organization. Each team needs an organization, unless the setting default_organization fills it. body is one team, or a list under teams with several.
---@param arguments missive.CreateTeamsArguments
---@return missive.CreateTeamsResult
functions.create_teams = function(arguments) end

---List shared labels in organizations the authenticated Missive user is part of.
---@param arguments? missive.ListSharedLabelsArguments
---@return missive.ListSharedLabelsResult
functions.list_shared_labels = function(arguments) end

---List Missive contacts with contact book, search, pagination, and sync filters.
---
---Without contact_book, the setting default_contact_book is used; without that, all books are read one after the other, as one list to which limit and offset apply. Contacts deleted since are listed only with modified_since and include_deleted together.
---@param arguments? missive.ListContactsArguments
---@return missive.ListContactsResult
functions.list_contacts = function(arguments) end

---Get a Missive contact by ID.
---
---A deleted contact is not found.
---@param arguments missive.GetContactArguments
---@return missive.GetContactResult
functions.get_contact = function(arguments) end

---Create one or more Missive contacts.
---
---Each contact needs a contact_book: left out, it is the setting default_contact_book, else the only book; with several books the call is refused and they are named. Emails, phone numbers and other details belong in infos; email, emails, phone and phone_number are shorthands for that. body is one contact, or a list under contacts with several.
---@param arguments missive.CreateContactsArguments
---@return missive.CreateContactsResult
functions.create_contacts = function(arguments) end

---Update one or more Missive contacts by comma-separated IDs.
---
---Attributes in body go to every contact of contact_ids. To give each its own, pass a list under contacts with one entry and its id for every ID of contact_ids. infos and memberships replace what is there: read the contact first, and send the entries that are to stay. The shorthands email, emails, phone and phone_number of create_contacts are refused for that reason. Overwrites existing data when body.infos or body.memberships is given; safe to repeat.
---@param arguments missive.UpdateContactsArguments
---@return missive.UpdateContactsResult
functions.update_contacts = function(arguments) end

---List Missive contact books accessible to the API token user.
---@param arguments? missive.ListContactBooksArguments
---@return missive.ListContactBooksResult
functions.list_contact_books = function(arguments) end

---List Missive contact groups or organizations linked to a contact book.
---
---params.kind is needed: group or organization. contact_book left out is the setting default_contact_book, else the only book; with several books the call is refused and they are named.
---@param arguments missive.ListContactGroupsArguments
---@return missive.ListContactGroupsResult
functions.list_contact_groups = function(arguments) end

---List Missive canned responses.
---@param arguments? missive.ListResponsesArguments
---@return missive.ListResponsesResult
functions.list_responses = function(arguments) end

---Get a Missive canned response by ID.
---@param arguments missive.GetResponseArguments
---@return missive.GetResponseResult
functions.get_response = function(arguments) end

---Create one or more Missive canned responses.
---
---Each response needs either an organization or a user; with neither, the setting default_organization fills the organization. body is one response, or a list under responses with several.
---@param arguments missive.CreateResponsesArguments
---@return missive.CreateResponsesResult
functions.create_responses = function(arguments) end

---Update one or more Missive canned responses by comma-separated IDs.
---
---Attributes in body go to every response of response_ids. To give each its own, pass a list under responses with one entry and its id for every ID of response_ids. attachments replace the files that are there. Responses made by integrations, such as WhatsApp templates, cannot be changed. Overwrites existing data when body.attachments is given; safe to repeat.
---@param arguments missive.UpdateResponsesArguments
---@return missive.UpdateResponsesResult
functions.update_responses = function(arguments) end

---Delete one or more Missive canned responses by comma-separated IDs.
---
---Where an organization restricts its responses, the token has to belong to an admin or owner. Responses made by integrations, such as WhatsApp templates, cannot be deleted. Cannot be undone; safe to repeat.
---@param arguments missive.DeleteResponsesArguments
---@return missive.DeleteResponsesResult
functions.delete_responses = function(arguments) end

---Create an asynchronous Missive analytics report.
---
---Orders a report and returns its ID: pass it to get_analytics_report within a minute of its completion, which takes seconds. start and end take dates, times or Unix seconds; a date means its first second in start and its last in end, in time_zone, else UTC. organization left out is the setting default_organization. Needs the Productive or Business plan, the narrowing lists the Business plan.
---@param arguments missive.CreateAnalyticsReportArguments
---@return missive.CreateAnalyticsReportResult
functions.create_analytics_report = function(arguments) end

---Get a Missive analytics report by ID after generation.
---
---Waits for the report: the API answers 404 while it is not finished, and this function asks again every 5 seconds, for as long as the setting report_wait_seconds says. The same 404 comes for an unknown ID and for a report that expired, 60 seconds after its completion. The API does not document what a report holds.
---@param arguments missive.GetAnalyticsReportArguments
---@return missive.GetAnalyticsReportResult
functions.get_analytics_report = function(arguments) end

---List Missive webhook subscriptions.
---
---The API does not document a list of subscriptions, so this call usually fails with not_offered. Keep the ID that create_hook returns, or look at the rules in Missive's settings, where every subscription stands. Rests on a call that the API does not document.
---@param arguments? missive.ListHooksArguments
---@return missive.ListHooksResult
functions.list_hooks = function(arguments) end

---Create a Missive webhook subscription.
---
---The answer has only the ID. Keep it: it is given nowhere else, and delete_hook needs it. The subscription becomes a rule in Missive's settings: making rules is for admins and owners, on the Productive or Business plan. is_task, author and mention are for new_comment only, from_eq and subject_contains for incoming_email only.
---@param arguments missive.CreateHookArguments
---@return missive.CreateHookResult
functions.create_hook = function(arguments) end

---Delete a Missive webhook subscription by ID.
---
---The rule is deleted. IDs come from create_hook only; without one, delete the rule in Missive's settings. Cannot be undone; safe to repeat.
---@param arguments missive.DeleteHookArguments
---@return missive.DeleteHookResult
functions.delete_hook = function(arguments) end

---Call a documented Missive API GET endpoint relative to /v1.
---
---path may begin with / or /v1 or neither; another host, .. and braces are refused. The API documents these paths, where {id} stands for one ID, and {ids} for one or several with commas between: /analytics/reports/{id}, /contact_books, /contact_groups, /contacts, /contacts/{id}, /conversations, /conversations/{id}, /conversations/{id}/comments, /conversations/{id}/drafts, /conversations/{id}/messages, /conversations/{id}/posts, /messages, /messages/{ids}, /organizations, /responses, /responses/{id}, /shared_labels, /tasks, /tasks/{id}, /teams and /users. Only /messages/{ids} has no function of its own: it reads messages with their bodies, one as an object under messages, several as a list. Two paths take more than their functions. /conversations takes "shared_label", "team_all", organization and until, and, as other clients and live reports know, email, domain and "contact_organization"; exactly one mailbox (such as all, with true), label or team has to be named. /tasks takes organization, team, type, conversation, "due_at_gteq", "due_at_lteq" and until. Times are Unix seconds here, limit is 2 to 50. A query in the path is added to params; true is sent as true, false is left out. For /contacts a missing contact_book is the setting default_contact_book, else the only book; otherwise nothing is filled in. The answer is passed on as it is.
---@param arguments missive.ApiGetArguments
---@return missive.ApiGetResult
functions.api_get = function(arguments) end

---Call a documented Missive API POST endpoint relative to /v1.
---
---path may begin with / or /v1 or neither; another host, .. and braces are refused. The API documents these paths: /analytics/reports, /contacts, /conversations/{id}/merge, /drafts, /hooks, /messages, /posts, /responses, /shared_labels, /tasks and /teams. Two of them have no function of their own. /shared_labels makes labels: a list under shared_labels, each with name and organization. /messages puts a message into a custom channel and sends nothing: an object under messages, with the channel's account. body is sent as it is, without checks: give the envelope, such as drafts, where the endpoint wants one. A draft with send or send_at goes out as a message. Sends a message; overwrites existing data.
---@param arguments missive.ApiPostArguments
---@return missive.ApiPostResult
functions.api_post = function(arguments) end

---Call a documented Missive API PATCH endpoint relative to /v1.
---
---path may begin with / or /v1 or neither; another host, .. and braces are refused. Put the ID into the path: {id} in the description stands for it. The API documents these paths, where {ids} stands for one ID, or several with commas between: /contacts/{ids}, /responses/{ids}, /shared_labels/{ids}, /tasks/{id} and /teams/{ids}. Other clients and live reports know /conversations/{ids} too. For labels, teams and conversations this is the only way: they have no function. A conversation takes subject, color, close, reopen, and what create_post can do to its conversation, such as add_assignees and add_shared_labels with organization. Unlike a post, this leaves nothing in the conversation. body is sent as it is, without checks: an array under the envelope names the ID again in each entry. /tasks/{id} alone takes an object. Overwrites existing data.
---@param arguments missive.ApiPatchArguments
---@return missive.ApiPatchResult
functions.api_patch = function(arguments) end

---Call a documented Missive API DELETE endpoint relative to /v1.
---
---path may begin with / or /v1 or neither; another host, .. and braces are refused. Put the ID into the path: {id} in the description stands for it. The API documents these paths, where {ids} stands for one ID or several with commas between: /drafts/{id}, /hooks/{id}, /posts/{id} and /responses/{ids}. Each has a function of its own. Contacts, labels, teams, tasks and conversations cannot be deleted. params are sent as a query; no documented endpoint takes any. Cannot be undone; safe to repeat.
---@param arguments missive.ApiDeleteArguments
---@return missive.ApiDeleteResult
functions.api_delete = function(arguments) end

---@class missive.Namespace: missive.Functions
---@field default missive.Functions The default account.
---@field [string] missive.Functions A named account.

---@class app.Integrations
---@field missive missive.Namespace

---@class app
---@field integrations app.Integrations
app = app or {}

---Prints one value, tables in full, and returns it.
---@generic T
---@param value T
---@return T
function dump(value) end

---JSON as functions take and answer it. A field that is null in JSON is absent in Lua, and remembered.
json = {}

---Null: as an item of a list, alone, or to be sent as a field. It is true in conditions, so compare with it.
---@type userdata
json.null = nil

---Writes a value as JSON, indented, keys in order. What JSON cannot hold is an error that names the place.
---@param value any
---@return string
function json.encode(value) end

---Reads JSON.
---@param text string
---@return any
function json.decode(text) end

---Marks a table as an object: it is written {} when it is empty.
---@param value? table The table; a new one when left out.
---@return table
function json.object(value) end

---Marks a table as a list: it is written [] when it is empty.
---@param value? table The table; a new one when left out.
---@return table
function json.array(value) end

---Perl's patterns, those of .NET, plainly or with delimiters and modifiers: "(\\d+)" or "/(\\d+)/i".
regex = {}

---Finds the first match.
---@param text string
---@param pattern string
---@param flags? integer 256 gives each text with its place, 512 json.null for groups that took no part.
---@return table? match The match, then the groups; named ones by their name too. Nil for no match.
function regex.match(text, pattern, flags) end

---Finds all matches.
---@param text string
---@param pattern string
---@param flags? integer 1, a list a group, when left out; 2, a list a match; with 256 or 512 added, see match.
---@return table matches Empty for no match.
function regex.match_all(text, pattern, flags) end

---Replaces matches.
---@param text string
---@param pattern string
---@param replacement string $1, ${1} and \1 stand for groups, $0 for the match.
---@param limit? integer The most matches to replace; all when left out.
---@return string
function regex.gsub(text, pattern, replacement, limit) end

---The documentation of the functions.
docs = {}

---What there is.
---@return string
function docs.list() end

---The functions that fit words, a line each.
---@param query string
---@return string
function docs.search(query) end

---A page: missive for the guide, missive.<function> for a function.
---@param page string
---@return string
function docs.read(page) end

---The clock. Scripts have no os.
time = {}

---The time, in Unix seconds.
---@return integer
function time.now() end

---Writes a time as ISO 8601.
---@param seconds? number Unix seconds; now when left out.
---@param zone? string A time zone such as Europe/Berlin; UTC when left out.
---@return string
function time.format(seconds, zone) end

---Reads a date or time of ISO 8601; without a zone it is UTC.
---@param text string
---@return integer seconds Unix seconds.
function time.parse(text) end
