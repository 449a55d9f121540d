/** The headings of a device in *Export Phones, All Details* of release 14, in order (docs/sources.md). */
export const deviceHeadings: readonly string[] = (
  "Device Name|Description|Device Pool|Phone Button Template|CSS|AAR CSS|Location|Extension Mobility|" +
  "Network Locale|Media Resource Group List|User Hold MOH Audio Source|Network Hold MOH Audio Source|" +
  "Device User Locale|Packet Capture Mode|Packet Capture Duration|Built in Bridge|Privacy|" +
  "Retry Video Call as Audio|Ignore Presentation Indicators|Softkey Template|Module 1|Module 2|" +
  "Phone Load Name|Module 1 Load Name|Module 2 Load Name|Information|Directory|Messages|Services|" +
  "Authentication Server|Proxy Server|Idle|Idle Timer|MLPP Indication|MLPP Preemption|MLPP Domain|" +
  "Device Type|User ID 1|Common Phone Profile|Owner User ID|Allow CTI Control Flag|" +
  "Device Presence Group|Device Security Profile|Device Subscribe CSS|Unattended Port|" +
  "Require DTMF Reception|RFC2833 Disabled|Certificate Operation|Authentication String|" +
  "Operation Completes By|Device Protocol|Secure Shell User|Secure Shell Password|XML|Dial Rules|" +
  "CSS Reroute|Rerouting Calling Search Space|DTMF Signalling|Default DTMF Capability|SIP Profile|" +
  "MTP Preferred Originating Codec|Logout Profile|MTP Required|Digest User|Signaling Port|" +
  "Outgoing Caller ID Pattern|Calling Party Selection|Calling Party Presentation|Display IE Delivery|" +
  "Redirecting Number IE Delivery Outbound|Redirecting Number IE Delivery Inbound|Gatekeeper Name|" +
  "E.164|Technology Prefix|Zone|Motorola WSM Connection|Subscriber Cellular Number|" +
  "Follow me only when caller has dialed cellular num|Disable Application Dial Rules|AAR Group|" +
  "Logged Into Hunt Group|Remote Device|Device Mobility Mode|Common Device Configuration|" +
  "Mobility User ID|DND Option|DND Incoming Call Alert|Do Not Disturb|Join Across Lines|" +
  "Single Button Barge|BLF Audible Alert Setting (Phone Idle)|BLF Audible Alert Setting (Phone Busy)|" +
  "Calling Party Transformation CSS|Use Trusted Relay Point|Services Provisioning|" +
  "Mobile Smart Client Profile|Outbound Call Rollover|Phone Personalization|Protected Device|" +
  "Primary Phone|Geo Location|Always Use Prime Line|Always Use Prime Line for Voice Message|" +
  "SRTP Allowed|Feature Control Policy|Module 3|Module 3 Load Name|Mobility Identity Name|" +
  "Mobility Identity Destination Number|Mobility Identity Answer Too Soon Timer|" +
  "Mobility Identity Answer Too Late Timer|Mobility Identity Delay Before Ringing Cell|" +
  "Mobility Identity Time of Day Access|Mobility Identity Time Zone|Mobility Identity Is Mobile Phone|" +
  "Mobility Identity Enable Mobile Connect"
).split("|");

/** The headings of a line there, without the number of the line that follows each. */
export const lineHeadings: readonly string[] = (
  "Directory Number|Route Partition|Voice Mail Profile|Line CSS|AAR Group(Line)|" +
  "Line User Hold MOH Audio Source|Line Network Hold MOH Audio Source|Auto Answer|" +
  "Forward All Voice Mail|Forward All Destination|Forward All CSS|Forward Busy Internal Voice Mail|" +
  "Forward Busy Internal Destination|Forward Busy Internal CSS|Forward Busy External Voice Mail|" +
  "Forward Busy External Destination|Forward Busy External CSS|Forward No Answer Internal Voice Mail|" +
  "Forward No Answer Internal Destination|Forward No Answer Internal CSS|" +
  "Forward No Answer External Voice Mail|Forward No Answer External Destination|" +
  "Forward No Answer External CSS|Forward No Coverage Internal Voice Mail|" +
  "Forward No Coverage Internal Destination|Forward No Coverage Internal CSS|" +
  "Forward No Coverage External Voice Mail|Forward No Coverage External Destination|" +
  "Forward No Coverage External CSS|Forward No Answer Ring Duration|Call Pickup Group|MLPP Target|" +
  "MLPP CSS|MLPP No Answer Ring Duration|Line Text Label|External Phone Number Mask|" +
  "Maximum Number of Calls|Busy Trigger|Visual Message Waiting Indicator Policy|" +
  "Ring setting (Phone Idle)|Ring Setting (Phone Active)|Caller Name|Caller Number|Redirected Number|" +
  "Dialed Number|Line Description|Alerting Name|ASCII Alerting Name|Line Presence Group|" +
  "Secondary CSS for Forward All|Forward on CTI Failure Voice Mail|Forward on CTI Failure Destination|" +
  "Forward on CTI Failure CSS|Display|ASCII Display|ASCII Line Text Label|AAR Destination Mask|" +
  "AAR Voice Mail|Forward Unregistered Internal Voice Mail|Forward Unregistered Internal Destination|" +
  "Forward Unregistered Internal CSS|Forward Unregistered External Voice Mail|" +
  "Forward Unregistered External Destination|Forward Unregistered External CSS|" +
  "Hold Reversion Ring Duration|Hold Reversion Notification Interval|" +
  "Retain this destination in call forwarding history|Audible Message Waiting Indicator Policy|" +
  "Call Recording Option|Recording Profile|Monitoring Calling Search Space|" +
  "Calling Search Space Activation Policy|Allow Control of Device from CTI|" +
  "CPG Audio Alert Setting(Phone Idle)|CPG Audio Alert Setting(Phone Active)|" +
  "Park Monitor Forward No Retrieve Ext Voice Mail|Park Monitor Forward No Retrieve Ext CSS|" +
  "Park Monitor Forward No Retrieve Int CSS|Park Monitoring Reversion Timer|" +
  "Park Monitor Forward No Retrieve Ext Destination|Park Monitor Forward No Retrieve Int Destination|" +
  "Park Monitor Forward No Retrieve Int Voice Mail|Party Entrance Tone|Log Missed Calls"
).split("|");
