import{i as e,n as t,r as n}from"./lit-localize-D28DvoP-.js";import{r,t as i}from"./language-DFGh00sO.js";var a=class{constructor(e){this.__litLocalizeEventHandler=e=>{e.detail.status===`ready`&&this.host.requestUpdate()},this.host=e}hostConnected(){window.addEventListener(e,this.__litLocalizeEventHandler)}hostDisconnected(){window.removeEventListener(e,this.__litLocalizeEventHandler)}},o=e=>e.addController(new a(e)),s=()=>(e,t)=>(e.addInitializer(o),e),c=`M12,5A3.5,3.5 0 0,0 8.5,8.5A3.5,3.5 0 0,0 12,12A3.5,3.5 0 0,0 15.5,8.5A3.5,3.5 0 0,0 12,5M12,7A1.5,1.5 0 0,1 13.5,8.5A1.5,1.5 0 0,1 12,10A1.5,1.5 0 0,1 10.5,8.5A1.5,1.5 0 0,1 12,7M5.5,8A2.5,2.5 0 0,0 3,10.5C3,11.44 3.53,12.25 4.29,12.68C4.65,12.88 5.06,13 5.5,13C5.94,13 6.35,12.88 6.71,12.68C7.08,12.47 7.39,12.17 7.62,11.81C6.89,10.86 6.5,9.7 6.5,8.5C6.5,8.41 6.5,8.31 6.5,8.22C6.2,8.08 5.86,8 5.5,8M18.5,8C18.14,8 17.8,8.08 17.5,8.22C17.5,8.31 17.5,8.41 17.5,8.5C17.5,9.7 17.11,10.86 16.38,11.81C16.5,12 16.63,12.15 16.78,12.3C16.94,12.45 17.1,12.58 17.29,12.68C17.65,12.88 18.06,13 18.5,13C18.94,13 19.35,12.88 19.71,12.68C20.47,12.25 21,11.44 21,10.5A2.5,2.5 0 0,0 18.5,8M12,14C9.66,14 5,15.17 5,17.5V19H19V17.5C19,15.17 14.34,14 12,14M4.71,14.55C2.78,14.78 0,15.76 0,17.5V19H3V17.07C3,16.06 3.69,15.22 4.71,14.55M19.29,14.55C20.31,15.22 21,16.06 21,17.07V19H24V17.5C24,15.76 21.22,14.78 19.29,14.55M12,16C13.53,16 15.24,16.5 16.23,17H7.77C8.76,16.5 10.47,16 12,16Z`,l=`M11,15H13V17H11V15M11,7H13V13H11V7M12,2C6.47,2 2,6.5 2,12A10,10 0 0,0 12,22A10,10 0 0,0 22,12A10,10 0 0,0 12,2M12,20A8,8 0 0,1 4,12A8,8 0 0,1 12,4A8,8 0 0,1 20,12A8,8 0 0,1 12,20Z`,u=`M20,11V13H8L13.5,18.5L12.08,19.92L4.16,12L12.08,4.08L13.5,5.5L8,11H20Z`,d=`M13,20H11V8L5.5,13.5L4.08,12.08L12,4.16L19.92,12.08L18.5,13.5L13,8V20Z`,f=`M12,8H4A2,2 0 0,0 2,10V14A2,2 0 0,0 4,16H5V20A1,1 0 0,0 6,21H8A1,1 0 0,0 9,20V16H12L17,20V4L12,8M15,15.6L13,14H4V10H13L15,8.4V15.6M21.5,12C21.5,13.71 20.54,15.26 19,16V8C20.53,8.75 21.5,10.3 21.5,12Z`,p=`M6.03 12.03L8.03 15.5L5.5 18.68L2 12.62L6.03 12.03M17 18V15.29C17.88 14.9 18.5 14.03 18.5 13C18.5 12.43 18.3 11.9 17.97 11.5L19.94 10.35C20.95 9.76 21.3 8.47 20.71 7.46L19.33 5.06C18.74 4.05 17.45 3.7 16.44 4.28L8.31 9C7.36 9.53 7.03 10.75 7.58 11.71L9.08 14.31C9.63 15.26 10.86 15.59 11.81 15.04L13.69 13.96C13.94 14.55 14.41 15.03 15 15.29V18C15 19.1 15.9 20 17 20H22V18H17Z`,m=`M20.84 22.73L18.11 20H17C15.9 20 15 19.1 15 18V16.89L12.66 14.55L11.81 15.04C10.86 15.59 9.63 15.26 9.08 14.31L7.58 11.71C7.18 11 7.25 10.18 7.68 9.57L1.11 3L2.39 1.73L22.11 21.46L20.84 22.73M18.5 13C18.5 12.43 18.3 11.9 17.97 11.5L19.94 10.35C20.95 9.76 21.3 8.47 20.71 7.46L19.33 5.06C18.74 4.05 17.45 3.7 16.44 4.28L10.77 7.57L17.86 14.66C18.26 14.22 18.5 13.64 18.5 13M2 12.62L5.5 18.68L8.03 15.5L6.03 12.03L2 12.62Z`,ee=`M21,7L9,19L3.5,13.5L4.91,12.09L9,16.17L19.59,5.59L21,7Z`,te=`M12 2C6.5 2 2 6.5 2 12S6.5 22 12 22 22 17.5 22 12 17.5 2 12 2M10 17L5 12L6.41 10.59L10 14.17L17.59 6.58L19 8L10 17Z`,ne=`M12 2C6.5 2 2 6.5 2 12S6.5 22 12 22 22 17.5 22 12 17.5 2 12 2M12 20C7.59 20 4 16.41 4 12S7.59 4 12 4 20 7.59 20 12 16.41 20 12 20M16.59 7.58L10 14.17L7.41 11.59L6 13L10 17L18 9L16.59 7.58Z`,re=`M23 12L20.6 9.2L20.9 5.5L17.3 4.7L15.4 1.5L12 3L8.6 1.5L6.7 4.7L3.1 5.5L3.4 9.2L1 12L3.4 14.8L3.1 18.5L6.7 19.3L8.6 22.5L12 21L15.4 22.5L17.3 19.3L20.9 18.5L20.6 14.8L23 12M18.7 16.9L16 17.5L14.6 19.9L12 18.8L9.4 19.9L8 17.5L5.3 16.9L5.5 14.1L3.7 12L5.5 9.9L5.3 7.1L8 6.5L9.4 4.1L12 5.2L14.6 4.1L16 6.5L18.7 7.1L18.5 9.9L20.3 12L18.5 14.1L18.7 16.9M16.6 7.6L18 9L10 17L6 13L7.4 11.6L10 14.2L16.6 7.6Z`,ie=`M15,20A1,1 0 0,0 14,19H13V17H17A2,2 0 0,0 19,15V5A2,2 0 0,0 17,3H7A2,2 0 0,0 5,5V15A2,2 0 0,0 7,17H11V19H10A1,1 0 0,0 9,20H2V22H9A1,1 0 0,0 10,23H14A1,1 0 0,0 15,22H22V20H15M7,15V5H17V15H7M8,10.37L9.24,9.13L10.93,10.83L14.76,7L16,8.5L10.93,13.57L8,10.37Z`,ae=`M15.41,16.58L10.83,12L15.41,7.41L14,6L8,12L14,18L15.41,16.58Z`,oe=`M8.59,16.58L13.17,12L8.59,7.41L10,6L16,12L10,18L8.59,16.58Z`,se=`M11 7V13L16.2 16.1L17 14.9L12.5 12.2V7H11M20 12V18H22V12H20M20 20V22H22V20H20M18 20C16.3 21.3 14.3 22 12 22C6.5 22 2 17.5 2 12S6.5 2 12 2C16.8 2 20.9 5.4 21.8 10H19.7C18.8 6.6 15.7 4 12 4C7.6 4 4 7.6 4 12S7.6 20 12 20C14.4 20 16.5 18.9 18 17.3V20Z`,ce=`M19,6.41L17.59,5L12,10.59L6.41,5L5,6.41L10.59,12L5,17.59L6.41,19L12,13.41L17.59,19L19,17.59L13.41,12L19,6.41Z`,le=`M12,8A4,4 0 0,1 16,12A4,4 0 0,1 12,16A4,4 0 0,1 8,12A4,4 0 0,1 12,8M12,10A2,2 0 0,0 10,12A2,2 0 0,0 12,14A2,2 0 0,0 14,12A2,2 0 0,0 12,10M10,22C9.75,22 9.54,21.82 9.5,21.58L9.13,18.93C8.5,18.68 7.96,18.34 7.44,17.94L4.95,18.95C4.73,19.03 4.46,18.95 4.34,18.73L2.34,15.27C2.21,15.05 2.27,14.78 2.46,14.63L4.57,12.97L4.5,12L4.57,11L2.46,9.37C2.27,9.22 2.21,8.95 2.34,8.73L4.34,5.27C4.46,5.05 4.73,4.96 4.95,5.05L7.44,6.05C7.96,5.66 8.5,5.32 9.13,5.07L9.5,2.42C9.54,2.18 9.75,2 10,2H14C14.25,2 14.46,2.18 14.5,2.42L14.87,5.07C15.5,5.32 16.04,5.66 16.56,6.05L19.05,5.05C19.27,4.96 19.54,5.05 19.66,5.27L21.66,8.73C21.79,8.95 21.73,9.22 21.54,9.37L19.43,11L19.5,12L19.43,13L21.54,14.63C21.73,14.78 21.79,15.05 21.66,15.27L19.66,18.73C19.54,18.95 19.27,19.04 19.05,18.95L16.56,17.95C16.04,18.34 15.5,18.68 14.87,18.93L14.5,21.58C14.46,21.82 14.25,22 14,22H10M11.25,4L10.88,6.61C9.68,6.86 8.62,7.5 7.85,8.39L5.44,7.35L4.69,8.65L6.8,10.2C6.4,11.37 6.4,12.64 6.8,13.8L4.68,15.36L5.43,16.66L7.86,15.62C8.63,16.5 9.68,17.14 10.87,17.38L11.24,20H12.76L13.13,17.39C14.32,17.14 15.37,16.5 16.14,15.62L18.57,16.66L19.32,15.36L17.2,13.81C17.6,12.64 17.6,11.37 17.2,10.2L19.31,8.65L18.56,7.35L16.15,8.39C15.38,7.5 14.32,6.86 13.12,6.62L12.75,4H11.25Z`,ue=`M19,21H8V7H19M19,5H8A2,2 0 0,0 6,7V21A2,2 0 0,0 8,23H19A2,2 0 0,0 21,21V7A2,2 0 0,0 19,5M16,1H4A2,2 0 0,0 2,3V17H4V3H16V1Z`,de=`M16,12A2,2 0 0,1 18,10A2,2 0 0,1 20,12A2,2 0 0,1 18,14A2,2 0 0,1 16,12M10,12A2,2 0 0,1 12,10A2,2 0 0,1 14,12A2,2 0 0,1 12,14A2,2 0 0,1 10,12M4,12A2,2 0 0,1 6,10A2,2 0 0,1 8,12A2,2 0 0,1 6,14A2,2 0 0,1 4,12Z`,fe=`M5,20H19V18H5M19,9H15V3H9V9H5L12,16L19,9Z`,pe=`M12,9A3,3 0 0,1 15,12A3,3 0 0,1 12,15A3,3 0 0,1 9,12A3,3 0 0,1 12,9M12,4.5C17,4.5 21.27,7.61 23,12C21.27,16.39 17,19.5 12,19.5C7,19.5 2.73,16.39 1,12C2.73,7.61 7,4.5 12,4.5M3.18,12C4.83,15.36 8.24,17.5 12,17.5C15.76,17.5 19.17,15.36 20.82,12C19.17,8.64 15.76,6.5 12,6.5C8.24,6.5 4.83,8.64 3.18,12Z`,me=`M14,2H6A2,2 0 0,0 4,4V20A2,2 0 0,0 6,22H13C12.59,21.75 12.2,21.44 11.86,21.1C11.53,20.77 11.25,20.4 11,20H6V4H13V9H18V10.18C18.71,10.34 19.39,10.61 20,11V8L14,2M20.31,18.9C21.64,16.79 21,14 18.91,12.68C16.8,11.35 14,12 12.69,14.08C11.35,16.19 12,18.97 14.09,20.3C15.55,21.23 17.41,21.23 18.88,20.32L22,23.39L23.39,22L20.31,18.9M16.5,19A2.5,2.5 0 0,1 14,16.5A2.5,2.5 0 0,1 16.5,14A2.5,2.5 0 0,1 19,16.5A2.5,2.5 0 0,1 16.5,19Z`,he=`M19.7 12.9L14 18.6H11.7V16.3L17.4 10.6L19.7 12.9M23.1 12.1C23.1 12.4 22.8 12.7 22.5 13L20 15.5L19.1 14.6L21.7 12L21.1 11.4L20.4 12.1L18.1 9.8L20.3 7.7C20.5 7.5 20.9 7.5 21.2 7.7L22.6 9.1C22.8 9.3 22.8 9.7 22.6 10C22.4 10.2 22.2 10.4 22.2 10.6C22.2 10.8 22.4 11 22.6 11.2C22.9 11.5 23.2 11.8 23.1 12.1M3 20V4H10V9H15V10.5L17 8.5V8L11 2H3C1.9 2 1 2.9 1 4V20C1 21.1 1.9 22 3 22H15C16.1 22 17 21.1 17 20H3M11 17.1C10.8 17.1 10.6 17.2 10.5 17.2L10 15H8.5L6.4 16.7L7 14H5.5L4.5 19H6L8.9 16.4L9.5 18.7H10.5L11 18.6V17.1Z`,ge=`M2.3,20.28L11.9,10.68L10.5,9.26L9.78,9.97C9.39,10.36 8.76,10.36 8.37,9.97L7.66,9.26C7.27,8.87 7.27,8.24 7.66,7.85L13.32,2.19C13.71,1.8 14.34,1.8 14.73,2.19L15.44,2.9C15.83,3.29 15.83,3.92 15.44,4.31L14.73,5L16.15,6.43C16.54,6.04 17.17,6.04 17.56,6.43C17.95,6.82 17.95,7.46 17.56,7.85L18.97,9.26L19.68,8.55C20.07,8.16 20.71,8.16 21.1,8.55L21.8,9.26C22.19,9.65 22.19,10.29 21.8,10.68L16.15,16.33C15.76,16.72 15.12,16.72 14.73,16.33L14.03,15.63C13.63,15.24 13.63,14.6 14.03,14.21L14.73,13.5L13.32,12.09L3.71,21.7C3.32,22.09 2.69,22.09 2.3,21.7C1.91,21.31 1.91,20.67 2.3,20.28M20,19A2,2 0 0,1 22,21V22H12V21A2,2 0 0,1 14,19H20Z`,_e=`M11,18H13V16H11V18M12,2A10,10 0 0,0 2,12A10,10 0 0,0 12,22A10,10 0 0,0 22,12A10,10 0 0,0 12,2M12,20C7.59,20 4,16.41 4,12C4,7.59 7.59,4 12,4C16.41,4 20,7.59 20,12C20,16.41 16.41,20 12,20M12,6A4,4 0 0,0 8,10H10A2,2 0 0,1 12,8A2,2 0 0,1 14,10C14,12 11,11.75 11,15H13C13,12.75 16,12.5 16,10A4,4 0 0,0 12,6Z`,ve=`M22 20.7L3.3 2L2 3.3L3 4.3V19C3 20.1 3.9 21 5 21H19.7L20.7 22L22 20.7M5 19V6.3L12.6 13.9L11.1 15.8L9 13.1L6 17H15.7L17.7 19H5M8.8 5L6.8 3H19C20.1 3 21 3.9 21 5V17.2L19 15.2V5H8.8`,ye=`M4,5A2,2 0 0,0 2,7V17A2,2 0 0,0 4,19H20A2,2 0 0,0 22,17V7A2,2 0 0,0 20,5H4M4,7H20V17H4V7M5,8V10H7V8H5M8,8V10H10V8H8M11,8V10H13V8H11M14,8V10H16V8H14M17,8V10H19V8H17M5,11V13H7V11H5M8,11V13H10V11H8M11,11V13H13V11H11M14,11V13H16V11H14M17,11V13H19V11H17M8,14V16H16V14H8Z`,be=`M17,7H13V8.9H17C18.71,8.9 20.1,10.29 20.1,12C20.1,13.43 19.12,14.63 17.79,15L19.25,16.44C20.88,15.61 22,13.95 22,12A5,5 0 0,0 17,7M16,11H13.81L15.81,13H16V11M2,4.27L5.11,7.38C3.29,8.12 2,9.91 2,12A5,5 0 0,0 7,17H11V15.1H7C5.29,15.1 3.9,13.71 3.9,12C3.9,10.41 5.11,9.1 6.66,8.93L8.73,11H8V13H10.73L13,15.27V17H14.73L18.74,21L20,19.74L3.27,3L2,4.27Z`,xe=`M17 7L15.59 8.41L18.17 11H8V13H18.17L15.59 15.58L17 17L22 12M4 5H12V3H4C2.9 3 2 3.9 2 5V19C2 20.1 2.9 21 4 21H12V19H4V5Z`,Se=`M10,0.2C9,0.2 8.2,1 8.2,2C8.2,3 9,3.8 10,3.8C11,3.8 11.8,3 11.8,2C11.8,1 11,0.2 10,0.2M15.67,1A7.33,7.33 0 0,0 23,8.33V7A6,6 0 0,1 17,1H15.67M18.33,1C18.33,3.58 20.42,5.67 23,5.67V4.33C21.16,4.33 19.67,2.84 19.67,1H18.33M21,1A2,2 0 0,0 23,3V1H21M7.92,4.03C7.75,4.03 7.58,4.06 7.42,4.11L2,5.8V11H3.8V7.33L5.91,6.67L2,22H3.8L6.67,13.89L9,17V22H10.8V15.59L8.31,11.05L9.04,8.18L10.12,10H15V8.2H11.38L9.38,4.87C9.08,4.37 8.54,4.03 7.92,4.03Z`,Ce=`M14,19H18V5H14M6,19H10V5H6V19Z`,we=`M8,5.14V19.14L19,12.14L8,5.14Z`,Te=`M19,13H13V19H11V13H5V11H11V5H13V11H19V13Z`,Ee=`M19 8C20.66 8 22 9.34 22 11V17H18V21H6V17H2V11C2 9.34 3.34 8 5 8H6V3H18V8H19M8 5V8H16V5H8M16 19V15H8V19H16M18 15H20V11C20 10.45 19.55 10 19 10H5C4.45 10 4 10.45 4 11V15H6V13H18V15M19 11.5C19 12.05 18.55 12.5 18 12.5C17.45 12.5 17 12.05 17 11.5C17 10.95 17.45 10.5 18 10.5C18.55 10.5 19 10.95 19 11.5Z`,De=`M13,2.03V2.05L13,4.05C17.39,4.59 20.5,8.58 19.96,12.97C19.5,16.61 16.64,19.5 13,19.93V21.93C18.5,21.38 22.5,16.5 21.95,11C21.5,6.25 17.73,2.5 13,2.03M11,2.06C9.05,2.25 7.19,3 5.67,4.26L7.1,5.74C8.22,4.84 9.57,4.26 11,4.06V2.06M4.26,5.67C3,7.19 2.25,9.04 2.05,11H4.05C4.24,9.58 4.8,8.23 5.69,7.1L4.26,5.67M2.06,13C2.26,14.96 3.03,16.81 4.27,18.33L5.69,16.9C4.81,15.77 4.24,14.42 4.06,13H2.06M7.1,18.37L5.67,19.74C7.18,21 9.04,21.79 11,22V20C9.58,19.82 8.23,19.25 7.1,18.37M12.5,7V12.25L17,14.92L16.25,16.15L11,13V7H12.5Z`,Oe=`M13,2.03C17.73,2.5 21.5,6.25 21.95,11C22.5,16.5 18.5,21.38 13,21.93V19.93C16.64,19.5 19.5,16.61 19.96,12.97C20.5,8.58 17.39,4.59 13,4.05V2.05L13,2.03M11,2.06V4.06C9.57,4.26 8.22,4.84 7.1,5.74L5.67,4.26C7.19,3 9.05,2.25 11,2.06M4.26,5.67L5.69,7.1C4.8,8.23 4.24,9.58 4.05,11H2.05C2.25,9.04 3,7.19 4.26,5.67M2.06,13H4.06C4.24,14.42 4.81,15.77 5.69,16.9L4.27,18.33C3.03,16.81 2.26,14.96 2.06,13M7.1,18.37C8.23,19.25 9.58,19.82 11,20V22C9.04,21.79 7.18,21 5.67,19.74L7.1,18.37M12,7.5L7.5,12H11V16H13V12H16.5L12,7.5Z`,ke=`M3,11H5V13H3V11M11,5H13V9H11V5M9,11H13V15H11V13H9V11M15,11H17V13H19V11H21V13H19V15H21V19H19V21H17V19H13V21H11V17H15V15H17V13H15V11M19,19V15H17V19H19M15,3H21V9H15V3M17,5V7H19V5H17M3,3H9V9H3V3M5,5V7H7V5H5M3,15H9V21H3V15M5,17V19H7V17H5Z`,Ae=`M12,2A10,10 0 0,0 2,12A10,10 0 0,0 12,22A10,10 0 0,0 22,12A10,10 0 0,0 12,2M12,4A8,8 0 0,1 20,12A8,8 0 0,1 12,20A8,8 0 0,1 4,12A8,8 0 0,1 12,4M12,9A3,3 0 0,0 9,12A3,3 0 0,0 12,15A3,3 0 0,0 15,12A3,3 0 0,0 12,9Z`,je=`M17.65,6.35C16.2,4.9 14.21,4 12,4A8,8 0 0,0 4,12A8,8 0 0,0 12,20C15.73,20 18.84,17.45 19.73,14H17.65C16.83,16.33 14.61,18 12,18A6,6 0 0,1 6,12A6,6 0 0,1 12,6C13.66,6 15.14,6.69 16.22,7.78L13,11H20V4L17.65,6.35Z`,Me=`M12,5C16.97,5 21,7.69 21,11C21,12.68 19.96,14.2 18.29,15.29C19.36,14.42 20,13.32 20,12.13C20,9.29 16.42,7 12,7V10L8,6L12,2V5M12,19C7.03,19 3,16.31 3,13C3,11.32 4.04,9.8 5.71,8.71C4.64,9.58 4,10.68 4,11.88C4,14.71 7.58,17 12,17V14L16,18L12,22V19Z`,Ne=`M21,11C21,16.55 17.16,21.74 12,23C6.84,21.74 3,16.55 3,11V5L12,1L21,5V11M12,21C15.75,20 19,15.54 19,11.22V6.3L12,3.18L5,6.3V11.22C5,15.54 8.25,20 12,21M14.8,11V9.5C14.8,8.1 13.4,7 12,7C10.6,7 9.2,8.1 9.2,9.5V11C8.6,11 8,11.6 8,12.2V15.7C8,16.4 8.6,17 9.2,17H14.7C15.4,17 16,16.4 16,15.8V12.3C16,11.6 15.4,11 14.8,11M13.5,11H10.5V9.5C10.5,8.7 11.2,8.2 12,8.2C12.8,8.2 13.5,8.7 13.5,9.5V11Z`,Pe=`M13 20H13.09A5.5 5.5 0 0 0 13.81 22H9A2 2 0 0 1 11 20V12H3.5L6 9.5L3.5 7H11V3L12 2L13 3V7H18L20.5 9.5L18 12H13M21.12 15.46L19 17.59L16.88 15.46L15.46 16.88L17.59 19L15.46 21.12L16.88 22.54L19 20.41L21.12 22.54L22.54 21.12L20.41 19L22.54 16.88Z`,Fe=`M18,18H6V6H18V18Z`,Ie=`M6,2V8H6V8L10,12L6,16V16H6V22H18V16H18V16L14,12L18,8V8H18V2H6M16,16.5V20H8V16.5L12,12.5L16,16.5M12,11.5L8,7.5V4H16V7.5L12,11.5Z`,Le=`M3.41,1.86L2,3.27L4.73,6H4A1,1 0 0,0 3,7V17A1,1 0 0,0 4,18H16C16.21,18 16.39,17.92 16.55,17.82L19.73,21L21.14,19.59L12.28,10.73L3.41,1.86M5,16V8H6.73L14.73,16H5M15,8V10.61L21,16.61V6.5L17,10.5V7A1,1 0 0,0 16,6H10.39L12.39,8H15Z`,Re=`M15,8V16H5V8H15M16,6H4A1,1 0 0,0 3,7V17A1,1 0 0,0 4,18H16A1,1 0 0,0 17,17V13.5L21,17.5V6.5L17,10.5V7A1,1 0 0,0 16,6Z`,ze=`M17.75,4.09L15.22,6.03L16.13,9.09L13.5,7.28L10.87,9.09L11.78,6.03L9.25,4.09L12.44,4L13.5,1L14.56,4L17.75,4.09M21.25,11L19.61,12.25L20.2,14.23L18.5,13.06L16.8,14.23L17.39,12.25L15.75,11L17.81,10.95L18.5,9L19.19,10.95L21.25,11M18.97,15.95C19.8,15.87 20.69,17.05 20.16,17.8C19.84,18.25 19.5,18.67 19.08,19.07C15.17,23 8.84,23 4.94,19.07C1.03,15.17 1.03,8.83 4.94,4.93C5.34,4.53 5.76,4.17 6.21,3.85C6.96,3.32 8.14,4.21 8.06,5.04C7.79,7.9 8.75,10.87 10.95,13.06C13.14,15.26 16.1,16.22 18.97,15.95M17.33,17.97C14.5,17.81 11.7,16.64 9.53,14.5C7.36,12.31 6.2,9.5 6.04,6.68C3.23,9.82 3.34,14.64 6.35,17.66C9.37,20.67 14.19,20.78 17.33,17.97Z`,Be=globalThis,Ve=Be.ShadowRoot&&(Be.ShadyCSS===void 0||Be.ShadyCSS.nativeShadow)&&`adoptedStyleSheets`in Document.prototype&&`replace`in CSSStyleSheet.prototype,He=Symbol(),Ue=new WeakMap,We=class{constructor(e,t,n){if(this._$cssResult$=!0,n!==He)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=t}get styleSheet(){let e=this.o,t=this.t;if(Ve&&e===void 0){let n=t!==void 0&&t.length===1;n&&(e=Ue.get(t)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),n&&Ue.set(t,e))}return e}toString(){return this.cssText}},Ge=e=>new We(typeof e==`string`?e:e+``,void 0,He),h=(e,...t)=>new We(e.length===1?e[0]:t.reduce((t,n,r)=>t+(e=>{if(!0===e._$cssResult$)return e.cssText;if(typeof e==`number`)return e;throw Error(`Value passed to 'css' function must be a 'css' function result: `+e+`. Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.`)})(n)+e[r+1],e[0]),e,He),Ke=(e,t)=>{if(Ve)e.adoptedStyleSheets=t.map(e=>e instanceof CSSStyleSheet?e:e.styleSheet);else for(let n of t){let t=document.createElement(`style`),r=Be.litNonce;r!==void 0&&t.setAttribute(`nonce`,r),t.textContent=n.cssText,e.appendChild(t)}},qe=Ve?e=>e:e=>e instanceof CSSStyleSheet?(e=>{let t=``;for(let n of e.cssRules)t+=n.cssText;return Ge(t)})(e):e,{is:Je,defineProperty:Ye,getOwnPropertyDescriptor:Xe,getOwnPropertyNames:Ze,getOwnPropertySymbols:Qe,getPrototypeOf:$e}=Object,et=globalThis,tt=et.trustedTypes,nt=tt?tt.emptyScript:``,rt=et.reactiveElementPolyfillSupport,it=(e,t)=>e,at={toAttribute(e,t){switch(t){case Boolean:e=e?nt:null;break;case Object:case Array:e=e==null?e:JSON.stringify(e)}return e},fromAttribute(e,t){let n=e;switch(t){case Boolean:n=e!==null;break;case Number:n=e===null?null:Number(e);break;case Object:case Array:try{n=JSON.parse(e)}catch{n=null}}return n}},ot=(e,t)=>!Je(e,t),st={attribute:!0,type:String,converter:at,reflect:!1,useDefault:!1,hasChanged:ot};Symbol.metadata??=Symbol(`metadata`),et.litPropertyMetadata??=new WeakMap;var ct=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,t=st){if(t.state&&(t.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((t=Object.create(t)).wrapped=!0),this.elementProperties.set(e,t),!t.noAccessor){let n=Symbol(),r=this.getPropertyDescriptor(e,n,t);r!==void 0&&Ye(this.prototype,e,r)}}static getPropertyDescriptor(e,t,n){let{get:r,set:i}=Xe(this.prototype,e)??{get(){return this[t]},set(e){this[t]=e}};return{get:r,set(t){let a=r?.call(this);i?.call(this,t),this.requestUpdate(e,a,n)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??st}static _$Ei(){if(this.hasOwnProperty(it(`elementProperties`)))return;let e=$e(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(it(`finalized`)))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(it(`properties`))){let e=this.properties,t=[...Ze(e),...Qe(e)];for(let n of t)this.createProperty(n,e[n])}let e=this[Symbol.metadata];if(e!==null){let t=litPropertyMetadata.get(e);if(t!==void 0)for(let[e,n]of t)this.elementProperties.set(e,n)}this._$Eh=new Map;for(let[e,t]of this.elementProperties){let n=this._$Eu(e,t);n!==void 0&&this._$Eh.set(n,e)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let t=[];if(Array.isArray(e)){let n=new Set(e.flat(1/0).reverse());for(let e of n)t.unshift(qe(e))}else e!==void 0&&t.push(qe(e));return t}static _$Eu(e,t){let n=t.attribute;return!1===n?void 0:typeof n==`string`?n:typeof e==`string`?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,t=this.constructor.elementProperties;for(let n of t.keys())this.hasOwnProperty(n)&&(e.set(n,this[n]),delete this[n]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return Ke(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,t,n){this._$AK(e,n)}_$ET(e,t){let n=this.constructor.elementProperties.get(e),r=this.constructor._$Eu(e,n);if(r!==void 0&&!0===n.reflect){let i=(n.converter?.toAttribute===void 0?at:n.converter).toAttribute(t,n.type);this._$Em=e,i==null?this.removeAttribute(r):this.setAttribute(r,i),this._$Em=null}}_$AK(e,t){let n=this.constructor,r=n._$Eh.get(e);if(r!==void 0&&this._$Em!==r){let e=n.getPropertyOptions(r),i=typeof e.converter==`function`?{fromAttribute:e.converter}:e.converter?.fromAttribute===void 0?at:e.converter;this._$Em=r;let a=i.fromAttribute(t,e.type);this[r]=a??this._$Ej?.get(r)??a,this._$Em=null}}requestUpdate(e,t,n,r=!1,i){if(e!==void 0){let a=this.constructor;if(!1===r&&(i=this[e]),n??=a.getPropertyOptions(e),!((n.hasChanged??ot)(i,t)||n.useDefault&&n.reflect&&i===this._$Ej?.get(e)&&!this.hasAttribute(a._$Eu(e,n))))return;this.C(e,t,n)}!1===this.isUpdatePending&&(this._$ES=this._$EP())}C(e,t,{useDefault:n,reflect:r,wrapped:i},a){n&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,a??t??this[e]),!0!==i||a!==void 0)||(this._$AL.has(e)||(this.hasUpdated||n||(t=void 0),this._$AL.set(e,t)),!0===r&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(e){Promise.reject(e)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[e,t]of this._$Ep)this[e]=t;this._$Ep=void 0}let e=this.constructor.elementProperties;if(e.size>0)for(let[t,n]of e){let{wrapped:e}=n,r=this[t];!0!==e||this._$AL.has(t)||r===void 0||this.C(t,void 0,n,r)}}let e=!1,t=this._$AL;try{e=this.shouldUpdate(t),e?(this.willUpdate(t),this._$EO?.forEach(e=>e.hostUpdate?.()),this.update(t)):this._$EM()}catch(t){throw e=!1,this._$EM(),t}e&&this._$AE(t)}willUpdate(e){}_$AE(e){this._$EO?.forEach(e=>e.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(e=>this._$ET(e,this[e])),this._$EM()}updated(e){}firstUpdated(e){}};ct.elementStyles=[],ct.shadowRootOptions={mode:`open`},ct[it(`elementProperties`)]=new Map,ct[it(`finalized`)]=new Map,rt?.({ReactiveElement:ct}),(et.reactiveElementVersions??=[]).push(`2.1.2`);var lt=globalThis,ut=e=>e,dt=lt.trustedTypes,ft=dt?dt.createPolicy(`lit-html`,{createHTML:e=>e}):void 0,pt=`$lit$`,g=`lit$${Math.random().toFixed(9).slice(2)}$`,mt=`?`+g,ht=`<${mt}>`,_=document,gt=()=>_.createComment(``),_t=e=>e===null||typeof e!=`object`&&typeof e!=`function`,vt=Array.isArray,yt=e=>vt(e)||typeof e?.[Symbol.iterator]==`function`,bt=`[ 	
\f\r]`,xt=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,St=/-->/g,Ct=/>/g,wt=RegExp(`>|${bt}(?:([^\\s"'>=/]+)(${bt}*=${bt}*(?:[^ \t\n\f\r"'\`<>=]|("|')|))|$)`,`g`),Tt=/'/g,Et=/"/g,Dt=/^(?:script|style|textarea|title)$/i,Ot=e=>(t,...n)=>({_$litType$:e,strings:t,values:n}),v=Ot(1),kt=Ot(2),At=Symbol.for(`lit-noChange`),y=Symbol.for(`lit-nothing`),jt=new WeakMap,Mt=_.createTreeWalker(_,129);function Nt(e,t){if(!vt(e)||!e.hasOwnProperty(`raw`))throw Error(`invalid template strings array`);return ft===void 0?t:ft.createHTML(t)}var Pt=(e,t)=>{let n=e.length-1,r=[],i,a=t===2?`<svg>`:t===3?`<math>`:``,o=xt;for(let t=0;t<n;t++){let n=e[t],s,c,l=-1,u=0;for(;u<n.length&&(o.lastIndex=u,c=o.exec(n),c!==null);)u=o.lastIndex,o===xt?c[1]===`!--`?o=St:c[1]===void 0?c[2]===void 0?c[3]!==void 0&&(o=wt):(Dt.test(c[2])&&(i=RegExp(`</`+c[2],`g`)),o=wt):o=Ct:o===wt?c[0]===`>`?(o=i??xt,l=-1):c[1]===void 0?l=-2:(l=o.lastIndex-c[2].length,s=c[1],o=c[3]===void 0?wt:c[3]===`"`?Et:Tt):o===Et||o===Tt?o=wt:o===St||o===Ct?o=xt:(o=wt,i=void 0);let d=o===wt&&e[t+1].startsWith(`/>`)?` `:``;a+=o===xt?n+ht:l>=0?(r.push(s),n.slice(0,l)+pt+n.slice(l)+g+d):n+g+(l===-2?t:d)}return[Nt(e,a+(e[n]||`<?>`)+(t===2?`</svg>`:t===3?`</math>`:``)),r]},Ft=class e{constructor({strings:t,_$litType$:n},r){let i;this.parts=[];let a=0,o=0,s=t.length-1,c=this.parts,[l,u]=Pt(t,n);if(this.el=e.createElement(l,r),Mt.currentNode=this.el.content,n===2||n===3){let e=this.el.content.firstChild;e.replaceWith(...e.childNodes)}for(;(i=Mt.nextNode())!==null&&c.length<s;){if(i.nodeType===1){if(i.hasAttributes())for(let e of i.getAttributeNames())if(e.endsWith(pt)){let t=u[o++],n=i.getAttribute(e).split(g),r=/([.?@])?(.*)/.exec(t);c.push({type:1,index:a,name:r[2],strings:n,ctor:r[1]===`.`?Bt:r[1]===`?`?Vt:r[1]===`@`?Ht:zt}),i.removeAttribute(e)}else e.startsWith(g)&&(c.push({type:6,index:a}),i.removeAttribute(e));if(Dt.test(i.tagName)){let e=i.textContent.split(g),t=e.length-1;if(t>0){i.textContent=dt?dt.emptyScript:``;for(let n=0;n<t;n++)i.append(e[n],gt()),Mt.nextNode(),c.push({type:2,index:++a});i.append(e[t],gt())}}}else if(i.nodeType===8){if(i.data===mt)c.push({type:2,index:a});else{let e=-1;for(;(e=i.data.indexOf(g,e+1))!==-1;)c.push({type:7,index:a}),e+=g.length-1}}a++}}static createElement(e,t){let n=_.createElement(`template`);return n.innerHTML=e,n}};function It(e,t,n=e,r){if(t===At)return t;let i=r===void 0?n._$Cl:n._$Co?.[r],a=_t(t)?void 0:t._$litDirective$;return i?.constructor!==a&&(i?._$AO?.(!1),a===void 0?i=void 0:(i=new a(e),i._$AT(e,n,r)),r===void 0?n._$Cl=i:(n._$Co??=[])[r]=i),i!==void 0&&(t=It(e,i._$AS(e,t.values),i,r)),t}var Lt=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:n}=this._$AD,r=(e?.creationScope??_).importNode(t,!0);Mt.currentNode=r;let i=Mt.nextNode(),a=0,o=0,s=n[0];for(;s!==void 0;){if(a===s.index){let t;s.type===2?t=new Rt(i,i.nextSibling,this,e):s.type===1?t=new s.ctor(i,s.name,s.strings,this,e):s.type===6&&(t=new Ut(i,this,e)),this._$AV.push(t),s=n[++o]}a!==s?.index&&(i=Mt.nextNode(),a++)}return Mt.currentNode=_,r}p(e){let t=0;for(let n of this._$AV)n!==void 0&&(n.strings===void 0?n._$AI(e[t]):(n._$AI(e,n,t),t+=n.strings.length-2)),t++}},Rt=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,n,r){this.type=2,this._$AH=y,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=n,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return t!==void 0&&e?.nodeType===11&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=It(this,e,t),_t(e)?e===y||e==null||e===``?(this._$AH!==y&&this._$AR(),this._$AH=y):e!==this._$AH&&e!==At&&this._(e):e._$litType$===void 0?e.nodeType===void 0?yt(e)?this.k(e):this._(e):this.T(e):this.$(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==y&&_t(this._$AH)?this._$AA.nextSibling.data=e:this.T(_.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:n}=e,r=typeof n==`number`?this._$AC(e):(n.el===void 0&&(n.el=Ft.createElement(Nt(n.h,n.h[0]),this.options)),n);if(this._$AH?._$AD===r)this._$AH.p(t);else{let e=new Lt(r,this),n=e.u(this.options);e.p(t),this.T(n),this._$AH=e}}_$AC(e){let t=jt.get(e.strings);return t===void 0&&jt.set(e.strings,t=new Ft(e)),t}k(t){vt(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,r,i=0;for(let a of t)i===n.length?n.push(r=new e(this.O(gt()),this.O(gt()),this,this.options)):r=n[i],r._$AI(a),i++;i<n.length&&(this._$AR(r&&r._$AB.nextSibling,i),n.length=i)}_$AR(e=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);e!==this._$AB;){let t=ut(e).nextSibling;ut(e).remove(),e=t}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},zt=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,n,r,i){this.type=1,this._$AH=y,this._$AN=void 0,this.element=e,this.name=t,this._$AM=r,this.options=i,n.length>2||n[0]!==``||n[1]!==``?(this._$AH=Array(n.length-1).fill(new String),this.strings=n):this._$AH=y}_$AI(e,t=this,n,r){let i=this.strings,a=!1;if(i===void 0)e=It(this,e,t,0),a=!_t(e)||e!==this._$AH&&e!==At,a&&(this._$AH=e);else{let r=e,o,s;for(e=i[0],o=0;o<i.length-1;o++)s=It(this,r[n+o],t,o),s===At&&(s=this._$AH[o]),a||=!_t(s)||s!==this._$AH[o],s===y?e=y:e!==y&&(e+=(s??``)+i[o+1]),this._$AH[o]=s}a&&!r&&this.j(e)}j(e){e===y?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??``)}},Bt=class extends zt{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===y?void 0:e}},Vt=class extends zt{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==y)}},Ht=class extends zt{constructor(e,t,n,r,i){super(e,t,n,r,i),this.type=5}_$AI(e,t=this){if((e=It(this,e,t,0)??y)===At)return;let n=this._$AH,r=e===y&&n!==y||e.capture!==n.capture||e.once!==n.once||e.passive!==n.passive,i=e!==y&&(n===y||r);r&&this.element.removeEventListener(this.name,this,n),i&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH==`function`?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},Ut=class{constructor(e,t,n){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=n}get _$AU(){return this._$AM._$AU}_$AI(e){It(this,e)}},Wt={M:pt,P:g,A:mt,C:1,L:Pt,R:Lt,D:yt,V:It,I:Rt,H:zt,N:Vt,U:Ht,B:Bt,F:Ut},Gt=lt.litHtmlPolyfillSupport;Gt?.(Ft,Rt),(lt.litHtmlVersions??=[]).push(`3.3.3`);var Kt=(e,t,n)=>{let r=n?.renderBefore??t,i=r._$litPart$;if(i===void 0){let e=n?.renderBefore??null;r._$litPart$=i=new Rt(t.insertBefore(gt(),e),e,void 0,n??{})}return i._$AI(e),i},qt=globalThis,b=class extends ct{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let t=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=Kt(t,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return At}};b._$litElement$=!0,b.finalized=!0,qt.litElementHydrateSupport?.({LitElement:b});var Jt=qt.litElementPolyfillSupport;Jt?.({LitElement:b}),(qt.litElementVersions??=[]).push(`4.2.2`);function x(e,t=``,n=20){return v`<svg
    class="icon"
    viewBox="0 0 24 24"
    width=${n}
    height=${n}
    fill="currentColor"
    role=${t?`img`:y}
    aria-label=${t||y}
    aria-hidden=${t?y:`true`}
    focusable="false"
  >
    ${kt`<path d=${e} />`}
  </svg>`}function Yt(e=36){return v`<svg viewBox="0 0 256 256" width=${e} height=${e} aria-hidden="true" focusable="false">
    <rect width="256" height="256" rx="60" fill="#0b5a5d" />
    <path
      d="M48 101 128 45l80 56"
      fill="none"
      stroke="#ffd166"
      stroke-width="17"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
    <path d="M32 151c25-37 58-56 96-56s71 19 96 56c-25 37-58 56-96 56s-71-19-96-56Z" fill="#fff" />
    <circle cx="128" cy="151" r="41" fill="#0b5a5d" />
    <circle cx="128" cy="151" r="28" fill="#ffd166" />
    <circle cx="128" cy="151" r="15" fill="#072f31" />
    <circle cx="141" cy="139" r="7.5" fill="#fff" />
  </svg>`}var S=e=>(t,n)=>{n===void 0?customElements.define(e,t):n.addInitializer(()=>{customElements.define(e,t)})},Xt={attribute:!0,type:String,converter:at,reflect:!1,hasChanged:ot},Zt=(e=Xt,t,n)=>{let{kind:r,metadata:i}=n,a=globalThis.litPropertyMetadata.get(i);if(a===void 0&&globalThis.litPropertyMetadata.set(i,a=new Map),r===`setter`&&((e=Object.create(e)).wrapped=!0),a.set(n.name,e),r===`accessor`){let{name:r}=n;return{set(n){let i=t.get.call(this);t.set.call(this,n),this.requestUpdate(r,i,e,!0,n)},init(t){return t!==void 0&&this.C(r,void 0,e,t),t}}}if(r===`setter`){let{name:r}=n;return function(n){let i=this[r];t.call(this,n),this.requestUpdate(r,i,e,!0,n)}}throw Error(`Unsupported decorator location: `+r)};function C(e){return(t,n)=>typeof n==`object`?Zt(e,t,n):((e,t,n)=>{let r=t.hasOwnProperty(n);return t.constructor.createProperty(n,e),r?Object.getOwnPropertyDescriptor(t,n):void 0})(e,t,n)}function w(e){return C({...e,state:!0,attribute:!1})}var Qt=(e,t,n)=>(n.configurable=!0,n.enumerable=!0,Reflect.decorate&&typeof t!=`object`&&Object.defineProperty(e,t,n),n);function $t(e,t){return(n,r,i)=>{let a=t=>t.renderRoot?.querySelector(e)??null;if(t){let{get:e,set:t}=typeof r==`object`?n:i??(()=>{let e=Symbol();return{get(){return this[e]},set(t){this[e]=t}}})();return Qt(n,r,{get(){let n=e.call(this);return n===void 0&&(n=a(this),(n!==null||this.hasUpdated)&&t.call(this,n)),n}})}return Qt(n,r,{get(){return a(this)}})}}var T=class extends Error{constructor(e,t,n=null,r=[]){super(e),this.kind=e,this.status=t,this.retryAfterS=n,this.pointers=r}},en=new EventTarget;async function tn(e){let t=Number(e.headers.get(`Retry-After`))||null;try{let n=await e.json(),r=(n.type??``).replace(/^urn:mt:problem:/,``)||`unknown`,i=(n.errors??[]).map(e=>e.pointer??``);return new T(r,e.status,n.retry_after_s??t,i)}catch{return new T(`unknown`,e.status,t)}}async function E(e,t,n){let r;try{r=await fetch(`/api${t}`,{method:e,credentials:`same-origin`,headers:n===void 0?{}:{"Content-Type":`application/json`},body:n===void 0?null:JSON.stringify(n)})}catch{throw new T(`offline`,0)}if(!r.ok){let e=await tn(r);throw r.status===401&&t!==`/login`&&en.dispatchEvent(new Event(`expired`)),e}return r.status===204?void 0:await r.json()}function D(e){let t=Object.entries(e).filter(([,e])=>e!==void 0&&e!==``);return t.length?`?${new URLSearchParams(t.map(([e,t])=>[e,String(t)]))}`:``}var O=encodeURIComponent,k={setup:()=>E(`GET`,`/setup`),setUp:e=>E(`POST`,`/setup`,e),login:(e,t)=>E(`POST`,`/login`,{user_name:e,password:t}),logout:()=>E(`POST`,`/logout`,{}),me:()=>E(`GET`,`/me`),describe:()=>E(`GET`,`/hub`),change:e=>E(`PUT`,`/hub`,e),members:()=>E(`GET`,`/members`),addMember:e=>E(`POST`,`/members`,e),removeMember:e=>E(`DELETE`,`/members/${O(e)}`),events:(e,t,n=50)=>E(`GET`,`/events${D({...e,before:t,limit:n})}`),event:e=>E(`GET`,`/events/${O(e)}`),households:()=>E(`GET`,`/households`),confirm:e=>E(`POST`,`/households/${O(e)}/confirm`,{}),refuse:e=>E(`POST`,`/households/${O(e)}/refuse`,{}),cameras:()=>E(`GET`,`/cameras`),consents:()=>E(`GET`,`/consents`),invitations:()=>E(`GET`,`/invitations`),invite:e=>E(`POST`,`/invitations`,{note:e}),revoke:e=>E(`DELETE`,`/invitations/${O(e)}`),accessLog:(e,t,n=100)=>E(`GET`,`/access-log${D({household:e,before:t,limit:n})}`),looksAt:e=>E(`GET`,`/access-log${D({event_id:e,limit:100})}`),requests:(e,t,n=50)=>E(`GET`,`/requests${D({state:e,before:t,limit:n})}`),request:e=>E(`GET`,`/requests/${O(e)}`),ask:e=>E(`POST`,`/requests`,e),moderate:(e,t,n)=>E(`POST`,`/requests/${O(e)}/moderation`,{approved:t,note:n}),cancel:e=>E(`POST`,`/requests/${O(e)}/cancellation`,{}),holds:(e,t=50)=>E(`GET`,`/holds${D({before:e,limit:t})}`),hold:e=>E(`GET`,`/holds/${O(e)}`),askHold:e=>E(`POST`,`/holds`,e),decideHold:(e,t,n)=>E(`POST`,`/holds/${O(e)}/decision`,{approved:t,note:n}),liftHold:e=>E(`POST`,`/holds/${O(e)}/lifting`,{}),sayWhy:(e,t)=>E(`POST`,`/holds/${O(e)}/looks`,{reason:t}),waitingHolds:()=>E(`GET`,`/holds/waiting`),waitingRequests:()=>E(`GET`,`/requests/waiting`),liveViews:()=>E(`GET`,`/live`),liveView:e=>E(`GET`,`/live/${O(e)}`),askLive:e=>E(`POST`,`/live`,e),endLive:e=>E(`POST`,`/live/${O(e)}/end`,{}),reports:(e,t=50)=>E(`GET`,`/reports${D({before:e,limit:t})}`),report:e=>E(`GET`,`/reports/${O(e)}`)},nn={offline:()=>t(`Không liên lạc được với trung tâm. Hãy kiểm tra mạng rồi thử lại.`),"login-failed":()=>t(`Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra rồi nhập lại.`),"login-required":()=>t(`Phiên làm việc đã hết. Hãy đăng nhập lại.`),"setup-code":()=>t(`Mã thiết lập không đúng, hoặc trung tâm đã được thiết lập. Hãy chép lại mã mà máy chủ in ra khi khởi động.`),forbidden:()=>t(`Tài khoản của bạn không có quyền làm việc này. Hãy nhờ quản trị viên.`),"cross-site":()=>t(`Yêu cầu không đến từ trang này nên bị từ chối. Hãy tải lại trang.`),"not-yours":()=>t(`Không tìm thấy. Có thể mục này đã bị xoá.`),"not-found":()=>t(`Không tìm thấy. Có thể mục này đã bị xoá.`),conflict:()=>t(`Việc này đã được làm rồi, hoặc vừa có người khác thay đổi. Hãy tải lại trang.`),gone:()=>t(`Hộ tham gia đã rút lại sự đồng ý, dữ liệu đã được xoá khỏi trung tâm.`),"consent-withdrawn":()=>t(`Hộ tham gia đã rút lại sự đồng ý, dữ liệu đã được xoá khỏi trung tâm.`),"consent-missing":()=>t(`Không có sự đồng ý nào cho phép xem mục này.`),"too-large":()=>t(`Nội dung gửi lên quá lớn. Hãy rút ngắn rồi gửi lại.`),validation:e=>e.pointers.includes(`/password`)?t(`Mật khẩu chưa đạt. Hãy đặt mật khẩu khác, ít nhất 12 ký tự.`):t(`Có ô điền chưa đúng. Hãy xem lại các ô rồi gửi lại.`),quota:e=>e.retryAfterS?t(n`Thử quá nhiều lần. Hãy đợi ${Math.ceil(e.retryAfterS)} giây rồi thử lại.`):t(`Thử quá nhiều lần. Hãy đợi vài phút rồi thử lại.`),internal:()=>t(`Trung tâm gặp lỗi và đã ghi lại. Hãy thử lại; nếu vẫn lỗi, báo quản trị viên.`),overloaded:()=>t(`Trung tâm đang quá tải. Hãy thử lại sau ít phút.`)},rn={401:`login-required`,403:`forbidden`,404:`not-found`,409:`conflict`,410:`gone`,413:`too-large`,422:`validation`,429:`quota`,500:`internal`,503:`overloaded`};function an(e){return e instanceof T?(nn[e.kind]??nn[rn[e.status]??``])?.(e)??t(n`Trung tâm trả lời lỗi ${e.status}. Hãy thử lại; nếu vẫn lỗi, báo quản trị viên.`):t(`Trang gặp lỗi. Hãy tải lại trang.`)}Object.keys(nn);var on=[`event`,`camera`,`household`,`request`,`report`,`hold`,`live`],A=new class{constructor(){this.source=null,this.retry=0,this.listeners={event:new Set,camera:new Set,household:new Set,request:new Set,report:new Set,hold:new Set,live:new Set,line:new Set},this.standing=!1}on(e,t){return this.listeners[e].add(t),()=>this.listeners[e].delete(t)}open(){if(this.source)return;let e=new EventSource(`/api/stream`);this.source=e;for(let t of on)e.addEventListener(t,e=>this.tell(t,JSON.parse(e.data)));e.addEventListener(`open`,()=>this.stands(!0)),e.addEventListener(`error`,()=>this.broke(e))}close(){clearTimeout(this.timer),this.source?.close(),this.source=null,this.standing=!1}broke(e){this.stands(!1),e.readyState===EventSource.CLOSED&&(this.close(),this.retry=Math.min(3e4,Math.max(1e3,this.retry*2)),this.timer=setTimeout(()=>void this.again(),this.retry*(.7+Math.random()*.6)))}async again(){try{await k.me()}catch(e){if(e instanceof T&&e.status===401){en.dispatchEvent(new Event(`expired`));return}}this.open()}stands(e){e&&(this.retry=0),e!==this.standing&&(this.standing=e,this.tell(`line`,e))}tell(e,t){for(let n of this.listeners[e])n(t)}},sn=new Map,cn,ln={vi:`vi-VN`,en:`en-GB`};function un(e,t,n){let r=`${e} ${t}`,i=sn.get(r)??new Intl.DateTimeFormat(ln[e],{timeZone:cn,...n});return sn.set(r,i),i}var dn=new Map;function fn(e,t,n,r){let i=`${n} ${t}`,a=dn.get(i)??new Intl.NumberFormat(ln[n],{style:`unit`,unit:t,...r});return dn.set(i,a),a.format(e)}function pn(e,t,n,r){return new Map(un(e,t,n).formatToParts(r).map(e=>[e.type,e.value]))}function j(e,t){let n=pn(t,`day`,{day:`2-digit`,month:`2-digit`,year:`numeric`},new Date(e));return`${n.get(`day`)}/${n.get(`month`)}/${n.get(`year`)}`}function mn(e){let t=pn(`en`,`iso`,{day:`2-digit`,month:`2-digit`,year:`numeric`},new Date(e));return`${t.get(`year`)}-${t.get(`month`)}-${t.get(`day`)}`}function M(e,t,n=!1){let r={hour:`2-digit`,minute:`2-digit`,hourCycle:`h23`};n&&(r.second=`2-digit`);let i=pn(t,n?`clock s`:`clock`,r,new Date(e));return[i.get(`hour`),i.get(`minute`),i.get(`second`)].filter(e=>e!==void 0).join(`:`)}function N(e,t,n=!1){return`${j(e,t)} ${M(e,t,n)}`}function hn(e,t){let n=un(t,`long`,{weekday:`long`,day:`numeric`,month:`long`}).format(new Date(e));return n.charAt(0).toUpperCase()+n.slice(1)}var gn=86400,_n=[[`hour`,3600],[`minute`,60]];function vn(e){return e.charAt(0).toLowerCase()+e.slice(1)}var yn={vi:`vừa xong`,en:`just now`};function P(e,t,n){let r=(new Date(e).getTime()-t.getTime())/1e3,i=new Intl.RelativeTimeFormat(ln[n],{numeric:`auto`});if(Math.abs(r)>=gn){let n=Date.parse(mn(e))-Date.parse(mn(t));return vn(i.format(Math.round(n/(1e3*gn)),`day`))}for(let[e,t]of _n)if(Math.abs(r)>=t)return vn(i.format(Math.trunc(r/t),e));return yn[n]}function F(e,t){let n=Math.max(1,Math.round(e)),r=t===`vi`?`long`:`short`,i=(e,n)=>fn(e,n,t,{unitDisplay:r});if(n<60)return i(n,`second`);if(n<3600)return[i(Math.floor(n/60),`minute`),n%60?i(n%60,`second`):``].join(` `).trim();let a=Math.floor(n%3600/60);return[i(Math.floor(n/3600),`hour`),a?i(a,`minute`):``].join(` `).trim()}function bn(e,t){let[n,r]=e>=1e9?[e/1e9,`gigabyte`]:e>=1e6?[e/1e6,`megabyte`]:[e/1e3,`kilobyte`];return fn(n,r,t,{maximumFractionDigits:1})}function xn(e){return`${String(Math.floor(e/60)).padStart(2,`0`)}:${String(e%60).padStart(2,`0`)}`}function Sn(e,t){let n=Date.parse(`${e}T${t.length===5?`${t}:00`:t}Z`);if(Number.isNaN(n))return null;let r=n;for(let e=0;e<2;e+=1)r+=n-Date.parse(`${mn(r)}T${M(new Date(r),`en`,!0)}Z`);return new Date(r)}var I=[h`
  :host {
    display: block;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol.plain {
    list-style: none;
  }
  h1 {
    font-size: clamp(1.35rem, 1.1rem + 1vw, 1.75rem);
    line-height: 1.25;
    letter-spacing: -0.015em;
    font-weight: 700;
  }
  h2 {
    font-size: 1.1rem;
    line-height: 1.35;
    font-weight: 600;
  }
  h3 {
    font-size: 1rem;
    font-weight: 600;
  }
  a {
    color: var(--mt-primary);
    text-underline-offset: 0.18em;
  }
  .icon {
    flex: none;
    vertical-align: -0.25em;
  }
  .muted {
    color: var(--mt-muted);
  }
  .small {
    font-size: 0.875rem;
  }
  .mono {
    font-family: var(--mt-mono);
    overflow-wrap: anywhere;
  }
  .numbers {
    font-variant-numeric: tabular-nums;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :focus-visible {
    outline: 3px solid var(--mt-primary);
    outline-offset: 2px;
    border-radius: 6px;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    justify-content: space-between;
    gap: 0.75rem 1.5rem;
    margin-bottom: 1.25rem;
  }
  .head > div:first-child:not(.row) {
    flex: 1 1 18rem;
  }
  .head p {
    color: var(--mt-muted);
    margin-top: 0.25rem;
    max-width: 62ch;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.6rem;
  }
  .stack {
    display: grid;
    gap: 1rem;
  }
`,h`
  button,
  .button {
    font: inherit;
    font-weight: 600;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5rem;
    min-height: 2.75rem;
    padding: 0.45rem 1.05rem;
    border-radius: 10px;
    border: 1px solid var(--mt-line-strong);
    background: var(--mt-surface);
    color: var(--mt-text);
    cursor: pointer;
    text-decoration: none;
    transition: background-color 120ms;
  }
  button:hover,
  .button:hover {
    background: var(--mt-sunken);
  }
  button.primary,
  .button.primary {
    background: var(--mt-primary);
    border-color: var(--mt-primary);
    color: var(--mt-on-primary);
  }
  button.primary:hover,
  .button.primary:hover {
    background: var(--mt-primary-hover);
  }
  button.danger {
    background: var(--mt-danger-fill);
    border-color: var(--mt-danger-fill);
    color: #fff;
  }
  button.danger:hover {
    filter: brightness(0.92);
  }
  button.danger.outline {
    background: var(--mt-surface);
    border-color: currentColor;
    color: var(--mt-danger);
  }
  button.danger.outline:hover {
    background: var(--mt-danger-soft);
    filter: none;
  }
  button.quiet,
  .button.quiet {
    border-color: transparent;
    background: transparent;
    color: var(--mt-primary);
    padding-inline: 0.7rem;
  }
  button.quiet:hover,
  .button.quiet:hover {
    background: var(--mt-primary-soft);
  }
  button[aria-disabled="true"],
  button:disabled {
    opacity: 0.6;
    cursor: not-allowed;
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
      animation: none !important;
    }
  }
`,h`
  label,
  .label {
    display: block;
    font-weight: 600;
    font-size: 0.925rem;
    margin-bottom: 0.3rem;
  }
  input,
  select,
  textarea {
    font: inherit;
    width: 100%;
    min-height: 2.75rem;
    padding: 0.5rem 0.8rem;
    color: var(--mt-text);
    background: var(--mt-surface);
    border: 1px solid var(--mt-line-strong);
    border-radius: 10px;
  }
  textarea {
    min-height: 5rem;
    max-height: 30rem;
    field-sizing: content;
    resize: vertical;
    line-height: 1.5;
  }
  input[type="checkbox"] {
    width: 1.35rem;
    height: 1.35rem;
    min-height: 0;
    accent-color: var(--mt-primary);
  }
  input:focus-visible,
  select:focus-visible,
  textarea:focus-visible {
    outline-offset: 0;
    border-radius: 10px;
  }
  [aria-invalid="true"] {
    border-color: var(--mt-danger);
    border-width: 2px;
  }
  .hint {
    font-size: 0.85rem;
    color: var(--mt-muted);
    margin-top: 0.3rem;
  }
  .wrong {
    display: flex;
    gap: 0.6rem;
    align-items: flex-start;
    padding: 0.75rem 0.9rem;
    border-radius: 10px;
    background: var(--mt-danger-soft);
    color: var(--mt-danger);
    font-weight: 600;
  }
`,h`
  .card {
    background: var(--mt-surface);
    border: 1px solid var(--mt-line);
    border-radius: var(--mt-radius);
    box-shadow: var(--mt-shadow);
    padding: 1.15rem 1.25rem;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 0.35rem;
    padding: 0.12rem 0.6rem;
    border-radius: 99px;
    font-size: 0.8125rem;
    font-weight: 600;
    line-height: 1.5;
    background: var(--mt-sunken);
    color: var(--mt-text);
    white-space: nowrap;
  }
  .chip.live {
    background: var(--mt-live-soft);
    color: var(--mt-live);
  }
  .chip.bad {
    background: var(--mt-danger-soft);
    color: var(--mt-danger);
  }
  .chip.wait {
    background: var(--mt-gold-soft);
    color: var(--mt-gold);
  }
  .chip.night {
    background: var(--mt-night-soft);
    color: var(--mt-night);
  }
  .chip.main {
    background: var(--mt-primary-soft);
    color: var(--mt-on-primary-soft);
  }
  dl.facts {
    display: grid;
    grid-template-columns: minmax(8.5rem, max-content) 1fr;
    gap: 0.55rem 1.25rem;
  }
  dl.facts dt {
    color: var(--mt-muted);
  }
  dl.facts dd {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .table {
    overflow-x: auto;
    padding: 0;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    text-align: left;
    padding: 0.75rem 1.1rem;
    border-bottom: 1px solid var(--mt-line);
    vertical-align: top;
  }
  tr:last-child td {
    border-bottom: 0;
  }
  th {
    font-size: 0.8125rem;
    font-weight: 600;
    color: var(--mt-muted);
    white-space: nowrap;
  }
  @media (max-width: 640px) {
    dl.facts {
      grid-template-columns: 1fr;
      gap: 0.1rem;
    }
    dl.facts dd {
      margin-bottom: 0.6rem;
    }
    table,
    tbody,
    tr,
    td {
      display: block;
    }
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    tr {
      padding: 0.8rem 1.1rem;
      border-bottom: 1px solid var(--mt-line);
    }
    tr:last-child {
      border-bottom: 0;
    }
    td {
      border: 0;
      padding: 0.12rem 0;
    }
  }
`,h`
  .skeleton {
    border-radius: var(--mt-radius);
    background: var(--mt-sunken);
    min-height: 4rem;
    animation: breathe 1.4s ease-in-out infinite alternate;
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
  .empty {
    display: grid;
    justify-items: center;
    text-align: center;
    gap: 0.75rem;
    padding: clamp(2rem, 6vw, 4.5rem) 1.5rem;
  }
  .empty .icon {
    color: var(--mt-primary);
  }
  .empty p {
    color: var(--mt-muted);
    max-width: 52ch;
  }
`],Cn=new Map([[`/`,`feed`],[`/feed`,`feed`],[`/cameras`,`cameras`],[`/live`,`ask_live`],[`/households`,`households`],[`/invite`,`invite`],[`/consents`,`consents`],[`/access`,`access`],[`/requests`,`requests`],[`/requests/new`,`new_request`],[`/holds`,`holds`],[`/holds/new`,`new_hold`],[`/reports`,`reports`],[`/settings`,`settings`],[`/login`,`login`],[`/setup`,`setup`],[`/join`,`join`]]),wn={events:`event`,live:`live`,requests:`request`,reports:`report`,holds:`hold`};function Tn(e,t=``){let n=new URLSearchParams(t),r=Cn.get(e.replace(/(.)\/$/,`$1`));if(r)return{page:r,id:``,query:n};let[,i=``,a=``]=/^\/(events|live|requests|reports|holds)\/([^/]+)$/.exec(e)??[],o=wn[i],s=En(a);return o&&s?{page:o,id:s,query:n}:{page:`missing`,id:``,query:n}}function En(e){try{return decodeURIComponent(e)}catch{return``}}function Dn(e){if(!e?.startsWith(`/`)||e.startsWith(`//`)||e.includes(`\\`))return`/feed`;let{page:t}=Tn(e.split(`?`)[0]??``);return t===`login`||t===`setup`||t===`missing`?`/feed`:e}var On=new EventTarget;function L(e,t=!1){t?history.replaceState(null,``,e):history.pushState(null,``,e),On.dispatchEvent(new Event(`route`))}function kn(e){if(!(e.defaultPrevented||e.button!==0||e.metaKey||e.ctrlKey||e.shiftKey||e.altKey))return e.composedPath().find(e=>e instanceof HTMLAnchorElement)}function An(){window.addEventListener(`popstate`,()=>On.dispatchEvent(new Event(`route`))),document.addEventListener(`click`,e=>{let t=kn(e);!t||t.target||t.hasAttribute(`download`)||t.origin!==location.origin||t.hash&&t.pathname===location.pathname||(e.preventDefault(),t.pathname+t.search!==location.pathname+location.search&&L(t.pathname+t.search))})}function jn(e,t){return e[t]?.()??t}var Mn={gate:()=>t(`Cổng`),yard:()=>t(`Sân`),street:()=>t(`Đường, ngõ`),shop:()=>t(`Cửa hàng`),entrance:()=>t(`Lối vào`),indoor:()=>t(`Trong nhà`),public_place:()=>t(`Nơi công cộng`),other:()=>t(`Nơi khác`)},Nn={neighbourhood_security:()=>t(`An ninh khu dân cư`),case:()=>t(`Một vụ việc`),public_place:()=>t(`Nơi công cộng`)},Pn={events:()=>t(`Sự kiện`),stills:()=>t(`Ảnh`),clips:()=>t(`Đoạn video`),live:()=>t(`Xem trực tiếp`)},Fn={mon:()=>t(`T2`),tue:()=>t(`T3`),wed:()=>t(`T4`),thu:()=>t(`T5`),fri:()=>t(`T6`),sat:()=>t(`T7`),sun:()=>t(`CN`)},In={"vn.matthan.motion.v1":()=>t(`Chuyển động`),"vn.matthan.tamper.v1":()=>t(`Camera bị che hoặc xoay`),"vn.matthan.camera.offline.v1":()=>t(`Camera mất tín hiệu`),"vn.matthan.camera.online.v1":()=>t(`Camera có tín hiệu trở lại`)},Ln={view_event:()=>t(`Xem sự kiện`),view_still:()=>t(`Xem ảnh`),play_clip:()=>t(`Xem đoạn video`),download_clip:()=>t(`Tải đoạn video`),hold_item:()=>t(`Giữ cho vụ việc`),view_held:()=>t(`Xem hình đang giữ`),watch_live:()=>t(`Xem trực tiếp`)},Rn={admin:()=>t(`Quản trị viên`),officer:()=>t(`Cán bộ`),viewer:()=>t(`Chỉ xem`)},zn={live:()=>t(`Đang hiệu lực`),not_yet:()=>t(`Chưa đến ngày`),expired:()=>t(`Đã hết hạn`),withdrawn:()=>t(`Đã rút lại`)},Bn={open:()=>t(`Chưa dùng`),used:()=>t(`Đã dùng`),expired:()=>t(`Đã hết hạn`),revoked:()=>t(`Đã thu hồi`)},Vn=e=>jn(Mn,e),Hn=e=>jn(Nn,e),Un=e=>jn(Pn,e),Wn=e=>jn(In,e),Gn=e=>jn(Ln,e),Kn=e=>Rn[e](),qn=e=>zn[e](),Jn=e=>Bn[e]();function Yn(e){return`${e.days.length===7?t(`Mọi ngày`):e.days.map(e=>jn(Fn,e)).join(`, `)}, ${e.from_minute===0&&e.to_minute===1440?t(`cả ngày`):`${xn(e.from_minute)}\u2060–\u2060${xn(e.to_minute)}`}`}var Xn={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},Zn=e=>(...t)=>({_$litDirective$:e,values:t}),Qn=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,t,n){this._$Ct=e,this._$AM=t,this._$Ci=n}_$AS(e,t){return this.update(e,t)}update(e,t){return this.render(...t)}},{I:$n}=Wt,er=e=>e,tr=()=>document.createComment(``),nr=(e,t,n)=>{let r=e._$AA.parentNode,i=t===void 0?e._$AB:t._$AA;if(n===void 0)n=new $n(r.insertBefore(tr(),i),r.insertBefore(tr(),i),e,e.options);else{let t=n._$AB.nextSibling,a=n._$AM,o=a!==e;if(o){let t;n._$AQ?.(e),n._$AM=e,n._$AP!==void 0&&(t=e._$AU)!==a._$AU&&n._$AP(t)}if(t!==i||o){let e=n._$AA;for(;e!==t;){let t=er(e).nextSibling;er(r).insertBefore(e,i),e=t}}}return n},R=(e,t,n=e)=>(e._$AI(t,n),e),rr={},ir=(e,t=rr)=>e._$AH=t,ar=e=>e._$AH,or=e=>{e._$AR(),e._$AA.remove()},sr=(e,t,n)=>{let r=new Map;for(let i=t;i<=n;i++)r.set(e[i],i);return r},z=Zn(class extends Qn{constructor(e){if(super(e),e.type!==Xn.CHILD)throw Error(`repeat() can only be used in text expressions`)}dt(e,t,n){let r;n===void 0?n=t:t!==void 0&&(r=t);let i=[],a=[],o=0;for(let t of e)i[o]=r?r(t,o):o,a[o]=n(t,o),o++;return{values:a,keys:i}}render(e,t,n){return this.dt(e,t,n).values}update(e,[t,n,r]){let i=ar(e),{values:a,keys:o}=this.dt(t,n,r);if(!Array.isArray(i))return this.ut=o,a;let s=this.ut??=[],c=[],l,u,d=0,f=i.length-1,p=0,m=a.length-1;for(;d<=f&&p<=m;)if(i[d]===null)d++;else if(i[f]===null)f--;else if(s[d]===o[p])c[p]=R(i[d],a[p]),d++,p++;else if(s[f]===o[m])c[m]=R(i[f],a[m]),f--,m--;else if(s[d]===o[m])c[m]=R(i[d],a[m]),nr(e,c[m+1],i[d]),d++,m--;else if(s[f]===o[p])c[p]=R(i[f],a[p]),nr(e,i[d],i[f]),f--,p++;else if(l===void 0&&(l=sr(o,p,m),u=sr(s,d,f)),l.has(s[d])){if(l.has(s[f])){let t=u.get(o[p]),n=t===void 0?null:i[t];if(n===null){let t=nr(e,i[d]);R(t,a[p]),c[p]=t}else c[p]=R(n,a[p]),nr(e,i[d],n),i[t]=null;p++}else or(i[f]),f--}else or(i[d]),d++;for(;p<=m;){let t=nr(e,c[m+1]);R(t,a[p]),c[p++]=t}for(;d<=f;){let e=i[d++];e!==null&&or(e)}return this.ut=o,ir(e,c),At}});function B(e,t,n,r){var i=arguments.length,a=i<3?t:r===null?r=Object.getOwnPropertyDescriptor(t,n):r,o;if(typeof Reflect==`object`&&typeof Reflect.decorate==`function`)a=Reflect.decorate(e,t,n,r);else for(var s=e.length-1;s>=0;s--)(o=e[s])&&(a=(i<3?o(a):i>3?o(t,n,a):o(t,n))||a);return i>3&&a&&Object.defineProperty(t,n,a),a}var cr=new EventTarget,lr=8e3,ur=0;function V(e,{bad:t=!1,deed:n}={}){ur+=1,cr.dispatchEvent(new CustomEvent(`note`,{detail:{id:ur,text:e,bad:t,deed:n??null}}))}var dr=class extends b{constructor(...e){super(...e),this.notes=[],this.take=e=>{let t=e.detail;this.notes=[...this.notes.slice(-2),t],setTimeout(()=>this.drop(t.id),lr)}}static{this.styles=[...I,h`
      .notes {
        position: fixed;
        inset: auto 0 calc(1rem + env(safe-area-inset-bottom) + var(--mt-foot, 0px)) 0;
        display: grid;
        justify-items: center;
        gap: 0.5rem;
        pointer-events: none;
        z-index: 30;
        padding-inline: 1rem;
      }
      .note {
        pointer-events: auto;
        display: flex;
        align-items: center;
        gap: 0.7rem;
        max-width: 34rem;
        padding: 0.35rem 0.4rem 0.35rem 1rem;
        border-radius: 12px;
        background: light-dark(#10201f, #e6f0ee);
        color: light-dark(#ffffff, #10201f);
        box-shadow: var(--mt-shadow-high);
      }
      .note.bad .icon:first-child {
        color: light-dark(#ff9d94, #a8231b);
      }
      .note button {
        border: 0;
        background: none;
        color: inherit;
        padding: 0;
        min-width: 2.75rem;
      }
      .note button:hover {
        background: rgb(128 128 128 / 25%);
      }
      .note button.deed {
        white-space: nowrap;
        padding-inline: 0.7rem;
        text-decoration: underline;
        text-underline-offset: 0.2em;
      }
    `]}connectedCallback(){super.connectedCallback(),cr.addEventListener(`note`,this.take)}disconnectedCallback(){super.disconnectedCallback(),cr.removeEventListener(`note`,this.take)}drop(e){this.notes=this.notes.filter(t=>t.id!==e)}deed(e,t){return v`<button
      class="deed"
      @click=${()=>{this.drop(e.id),t.run()}}
    >
      ${t.name}
    </button>`}render(){return v`<div class="notes" role="status" aria-live="polite">
      ${z(this.notes,e=>e.id,e=>v`<div class="note ${e.bad?`bad`:``}">
          ${x(e.bad?l:ne)}<span>${e.text}</span>
          ${e.deed?this.deed(e,e.deed):y}
          <button aria-label=${t(`Đóng`)} @click=${()=>this.drop(e.id)}>${x(ce)}</button>
        </div>`)}
    </div>`}};B([w()],dr.prototype,`notes`,void 0),dr=B([s(),S(`mt-toasts`)],dr);var fr=2e4,H=class extends b{static{this.styles=I}constructor(){super(),this.subject=``,this.query=new URLSearchParams,this.now=new Date,this.failure=null,this.endings=[],o(this)}get language(){return i.language()}until(e){this.endings.push(e)}connectedCallback(){super.connectedCallback();let e=setInterval(()=>{this.now=new Date},fr);this.until(()=>clearInterval(e)),this.listen(),this.read()}disconnectedCallback(){super.disconnectedCallback();for(let e of this.endings.splice(0))e()}listen(){}async load(){}async read(){this.failure=null;try{await this.load()}catch(e){this.failure=e}}async attempt(e){try{return await e(),!0}catch(e){return V(an(e),{bad:!0}),!1}}wrong(e){return e?v`<div class="wrong" role="alert">${x(l)}<span>${an(e)}</span></div>`:y}failed(){return v`<div class="stack">
      ${this.wrong(this.failure)}
      <div>
        <button @click=${()=>this.read()}>${t(`Thử lại`)}</button>
      </div>
    </div>`}skeletons(e){return v`<div class="stack" aria-busy="true">
      <span class="unseen" role="status">${t(`Đang tải…`)}</span>
      ${Array.from({length:e},()=>v`<div class="skeleton"></div>`)}
    </div>`}};B([C()],H.prototype,`subject`,void 0),B([C({attribute:!1})],H.prototype,`query`,void 0),B([w()],H.prototype,`now`,void 0),B([w()],H.prototype,`failure`,void 0);var pr=100,mr=class extends H{constructor(...e){super(...e),this.entries=null,this.households=[],this.more=!1}static{this.styles=[...I,h`
      .more {
        display: grid;
        justify-content: center;
        margin-top: 1.5rem;
      }
      .tools select {
        width: auto;
        min-width: 0;
        max-width: 16rem;
      }
      td a {
        font-weight: 600;
      }
      td time {
        white-space: nowrap;
      }
      .reason {
        max-width: 32ch;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
    `]}willUpdate(e){e.has(`query`)&&this.hasUpdated&&(this.entries=null,this.read())}get household(){return this.query.get(`household`)??void 0}async load(){let{household:e}=this,[t,n]=await Promise.all([k.accessLog(e,void 0,pr),k.households()]);e===this.household&&(this.households=n.filter(({state:e})=>e!==`waiting`).sort((e,t)=>e.name.localeCompare(t.name,`vi`)),this.take([],t))}take(e,t){this.entries=[...e,...t],this.more=t.length===pr}async older(){let e=this.entries??[];await this.attempt(async()=>this.take(e,await k.accessLog(this.household,e.at(-1)?.seq,pr)))}row(e){return v`<tr>
      <td class="numbers"><time datetime=${e.at}>${N(e.at,this.language,!0)}</time></td>
      <td><b>${e.user_name}</b></td>
      <td>
        ${e.event_id?v`<a href="/events/${e.event_id}">${Gn(e.action)}</a>`:Gn(e.action)}
      </td>
      <td>${[e.camera?.name,e.household?.name].filter(Boolean).join(` · `)}</td>
      <td>${this.occasion(e)}</td>
    </tr>`}occasion({request_id:e,hold_id:n,case_number:r,reason:i}){let a=i?v`<p class="muted small reason" title=${i}>${i}</p>`:y;return n?v`<a href="/holds/${n}">${r}</a>${a}`:e&&r?v`<a href="/requests/${e}">${r}</a>${a}`:e?v`<a href="/reports/${e}">${t(`Tin báo của dân`)}</a>`:r||i?v`${r?v`<b>${r}</b>`:y}${a}`:y}filter(){let e=(e,t)=>v`<option value=${e} ?selected=${e===(this.household??``)}>${t}</option>`;return v`<label class="unseen" for="household">${t(`Lọc theo hộ`)}</label>
      <select id="household" @change=${e=>L(`/access${D({household:e.target.value})}`)}>
        ${e(``,t(`Mọi hộ`))} ${this.households.map(({id:t,name:n})=>e(t,n))}
      </select>`}list(){return this.entries?this.entries.length?v`<div class="card table">
        <table>
          <thead>
            <tr>
              <th scope="col">${t(`Lúc`)}</th>
              <th scope="col">${t(`Ai`)}</th>
              <th scope="col">${t(`Việc`)}</th>
              <th scope="col">${t(`Của camera`)}</th>
              <th scope="col">${t(`Cho vụ việc`)}</th>
            </tr>
          </thead>
          <tbody>
            ${this.entries.map(e=>this.row(e))}
          </tbody>
        </table>
      </div>
      ${this.more?v`<div class="more"><button @click=${this.older}>${t(`Xem cũ hơn`)}</button></div>`:y}`:v`<div class="card empty">
        ${x(pe,``,52)}
        <h2>${this.household?t(`Chưa ai xem gì của hộ này`):t(`Chưa ai xem gì`)}</h2>
        <p>${t(`Mỗi lần một cán bộ mở sự kiện, ảnh hoặc đoạn video, một dòng được ghi vào đây.`)}</p>
      </div>`:this.failure?this.failed():this.skeletons(4)}render(){return v`<div class="head">
        <div>
          <h1>${t(`Nhật ký xem`)}</h1>
          <p>${t(`Mỗi lần xem để lại một dòng. Không ai xoá được, kể cả quản trị viên.`)}</p>
        </div>
        <div class="row tools">
          ${this.filter()}
          <button @click=${()=>this.read()}>${x(je)}${t(`Đọc lại`)}</button>
        </div>
      </div>
      ${this.list()}`}};B([w()],mr.prototype,`entries`,void 0),B([w()],mr.prototype,`households`,void 0),B([w()],mr.prototype,`more`,void 0),mr=B([S(`mt-access-page`)],mr);var U=class extends b{constructor(...e){super(...e),this.src=null,this.alt=``,this.boxes=[],this.eager=!1,this.absent=``,this.failed=!1,this.shape=16/9}static{this.styles=h`
    :host {
      display: block;
      position: relative;
      aspect-ratio: 16 / 9;
      overflow: hidden;
      background: #0a1212;
      color: #b7c7c5;
    }
    img,
    svg.boxes {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
      object-fit: contain;
    }
    .none {
      position: absolute;
      inset: 0;
      display: grid;
      place-content: center;
      justify-items: center;
      gap: 0.4rem;
      font-size: 0.85rem;
      text-align: center;
      padding: 1rem;
    }
    rect {
      fill: none;
      vector-effect: non-scaling-stroke;
    }
    .under {
      stroke: rgb(0 0 0 / 65%);
      stroke-width: 4.5;
    }
    .over {
      stroke: #ffd166;
      stroke-width: 2;
    }
  `}willUpdate(e){e.has(`src`)&&(this.failed=!1)}frames(){let e=1e3*this.shape;return kt`<svg class="boxes" viewBox="0 0 ${e} 1000" aria-hidden="true">
      ${this.boxes.flatMap(([t,n,r,i])=>[`under`,`over`].map(a=>kt`<rect class=${a} x=${t*e} y=${n*1e3} width=${r*e} height=${i*1e3} rx="12" />`))}
    </svg>`}render(){if(!this.src||this.failed){let e=this.failed?t(`Ảnh không còn nữa`):this.absent||t(`Chưa có ảnh`);return v`<div class="none">${x(this.failed?ve:p,``,30)}<span>${e}</span></div>`}return v`<img
        src=${this.src}
        alt=${this.alt}
        loading=${this.eager?`eager`:`lazy`}
        decoding="async"
        @load=${e=>{let t=e.target;this.shape=t.naturalWidth/t.naturalHeight||16/9}}
        @error=${()=>{this.failed=!0}}
      />${this.boxes.length?this.frames():y}`}};B([C()],U.prototype,`src`,void 0),B([C()],U.prototype,`alt`,void 0),B([C({attribute:!1})],U.prototype,`boxes`,void 0),B([C({type:Boolean})],U.prototype,`eager`,void 0),B([C()],U.prototype,`absent`,void 0),B([w()],U.prototype,`failed`,void 0),B([w()],U.prototype,`shape`,void 0),U=B([s(),S(`mt-still`)],U);var hr={viewer:0,officer:1,admin:2},W=new class extends EventTarget{constructor(){super(),this.me=null,this.hub={name:``,commune:``},this.setupNeeded=!1,this.expired=!1,en.addEventListener(`expired`,()=>{this.me&&(this.expired=!0,this.leave())})}async begin(){let e=await k.setup();if(this.hub=e.hub,this.setupNeeded=e.needed,!e.needed)try{this.enter(await k.me())}catch(e){if(!(e instanceof T&&e.status===401))throw e}}enter(e){this.me=e,this.expired=!1,this.setupNeeded=!1,A.open(),this.dispatchEvent(new Event(`change`))}leave(){this.me=null,A.close(),this.dispatchEvent(new Event(`change`))}rename(e){this.hub=e,this.dispatchEvent(new Event(`change`))}may(e){return this.me!==null&&hr[this.me.role]>=hr[e]}};function gr(e){let t=e=>e.live===!1?0:1,n=e=>`${e.household.name} ${e.name}`;return[...e].sort((e,r)=>t(e)-t(r)||n(e).localeCompare(n(r),`vi`))}var _r=class extends H{constructor(...e){super(...e),this.cameras=null,this.views=[]}static{this.styles=[...I,h`
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr));
        gap: 1rem;
      }
      .camera {
        padding: 0;
        overflow: hidden;
        height: 100%;
        display: flex;
        flex-direction: column;
      }
      .camera.off {
        border-color: var(--mt-danger);
      }
      .body {
        padding: 0.9rem 1.1rem 1rem;
        display: grid;
        gap: 0.65rem;
        flex: 1;
        align-content: start;
      }
      .picture {
        position: relative;
      }
      .picture .chip {
        position: absolute;
        left: 0.7rem;
        bottom: 0.7rem;
      }
      .links {
        display: flex;
        flex-wrap: wrap;
        gap: 0.2rem 1.2rem;
        margin-top: auto;
      }
      .links a {
        display: inline-flex;
        gap: 0.4rem;
        align-items: center;
        min-height: 2rem;
        font-weight: 600;
        font-size: 0.9rem;
      }
      .links a.now {
        color: var(--mt-danger);
      }
    `]}listen(){this.until(A.on(`camera`,e=>this.take(e))),this.until(A.on(`line`,e=>e&&void this.read())),this.until(A.on(`event`,()=>void this.read())),this.until(A.on(`live`,()=>void this.read()))}async load(){let[e,{views:t}]=await Promise.all([k.cameras(),W.may(`officer`)?k.liveViews():{views:[]}]);this.cameras=gr(e),this.views=t}take(e){let t=(this.cameras??[]).filter(t=>t.id!==e.id||t.household.id!==e.household.id);this.cameras=gr([...t,e])}health(e){let r=e.since?P(e.since,this.now,this.language):``,i=e.since?N(e.since,this.language):y;return e.live===null?v`<span class="chip">${x(_e,``,16)}${t(`Chưa rõ`)}</span>`:e.live?v`<span class="chip live" title=${i}>${x(te,``,16)}${t(`Hoạt động`)}</span>`:v`<span class="chip bad" title=${i}>${x(m,``,16)}${t(n`Mất tín hiệu ${r}`)}</span>`}live(e){let n=this.views.find(t=>t.camera.id===e.id&&t.household.id===e.household.id);if(n){let e=n.state===`running`?t(`Đang xem trực tiếp`):t(`Đang chờ chủ hộ`);return v`<a class="now" href="/live/${n.id}">${x(Ae,``,18)}${e}</a>`}return!e.live_askable||!W.may(`officer`)?y:v`<a href="/live?household=${e.household.id}&camera=${e.id}">
      ${x(Re,``,18)}${t(`Xin xem trực tiếp`)}
    </a>`}seen({consents:e,last_event_at:r}){return e.length?t(r?n`Chuyển động gần nhất: ${P(r,this.now,this.language)}`:`Chưa có chuyển động nào`):t(`Chủ hộ hiện không chia sẻ gì từ camera này.`)}card(e){return v`<article class="card camera ${e.live===!1?`off`:``}">
      <div class="picture">
        <mt-still src=${e.last_still_url??y} alt=${t(n`Ảnh gần nhất từ camera ${e.name}`)}></mt-still>
        ${this.health(e)}
      </div>
      <div class="body">
        <div>
          <h2>${e.name}</h2>
          <p class="muted small">${e.household.name} · ${Vn(e.position)}</p>
        </div>
        <p class="small">${this.seen(e)}</p>
        <div class="links">
          <a href="/feed?household=${e.household.id}&camera=${e.id}">${x(Se,``,18)}${t(`Sự kiện`)}</a>
          ${W.may(`officer`)?v`<a href="/consents?household=${e.household.id}&camera=${e.id}">
                  ${x(he,``,18)}${t(n`${e.consents.length} sự đồng ý`)}
                </a>`:y}
          ${this.live(e)}
        </div>
      </div>
    </article>`}list(){return this.cameras?this.cameras.length?v`<ul class="grid">
      ${z(this.cameras,e=>`${e.household.id} ${e.id}`,e=>v`<li>${this.card(e)}</li>`)}
    </ul>`:v`<div class="card empty">
        ${x(p,``,52)}
        <h2>${t(`Chưa có camera nào được chia sẻ`)}</h2>
        <p>${t(`Camera hiện ra khi một hộ đã tham gia và đồng ý chia sẻ nó.`)}</p>
        ${W.may(`officer`)?v`<a class="button primary" href="/invite">${t(`Mời một hộ`)}</a>`:y}
      </div>`:this.failure?this.failed():this.skeletons(3)}summary(){let e=this.cameras??[];if(!e.length)return``;let r=t=>e.filter(e=>e.live===t).length,[i,a]=[r(!1),r(null)];return t(i?n`${e.length} camera, ${i} đang mất tín hiệu. Hãy báo cho chủ hộ.`:a?n`${e.length} camera, ${a} chưa rõ tình trạng vì nhà chưa liên lạc.`:n`${e.length} camera, không camera nào mất tín hiệu.`)}render(){return v`<div class="head">
        <div>
          <h1>${t(`Camera`)}</h1>
          <p role="status">
            ${this.summary()}
          </p>
        </div>
      </div>
      ${this.list()}`}};B([w()],_r.prototype,`cameras`,void 0),B([w()],_r.prototype,`views`,void 0),_r=B([S(`mt-cameras-page`)],_r);var vr=864e5;function yr(e){let t=Date.parse(`${e}T00:00:00Z`);return Number.isNaN(t)?``:new Date(t+vr).toISOString().slice(0,10)}function br({from:e,to:t}){return e!==``&&t!==``&&t<=e}function xr(e){let t=Sn(e.day,e.from),n=Sn(br(e)?yr(e.day):e.day,e.to);return t&&n?{since:t,until:n}:null}function Sr(e,t){if(!e)return`incomplete`;let[n,r]=[e.since.getTime(),e.until.getTime()];return r<=n?`order`:r-n>432e5?`long`:n<t.getTime()-30*vr?`old`:r>t.getTime()?`future`:null}function G({since:e,until:t},n,r=!1){return j(e,n)===j(t,n)?`${M(e,n,r)}\u2060–\u2060${M(t,n,r)}, ${j(e,n)}`:`${N(e,n,r)} – ${N(t,n,r)}`}var Cr={incomplete:()=>t(`Hãy điền ngày, giờ bắt đầu và giờ kết thúc.`),order:()=>t(`Giờ kết thúc phải sau giờ bắt đầu.`),long:()=>t(n`Mỗi lần nhiều nhất ${12} giờ. Hãy thu hẹp lại.`),old:()=>t(n`Chỉ trong ${30} ngày gần đây.`),future:()=>t(`Khoảng này chưa qua hết. Hãy chọn giờ kết thúc trước bây giờ.`)},wr=e=>Cr[e]();async function Tr(e){try{await navigator.clipboard.writeText(e),V(t(`Đã chép.`))}catch{V(t(`Trình duyệt không cho chép. Hãy chọn dòng chữ rồi chép bằng tay.`),{bad:!0})}}function Er(e,t){let n=URL.createObjectURL(new Blob([t],{type:`application/octet-stream`})),r=document.createElement(`a`);r.href=n,r.download=e,r.click(),URL.revokeObjectURL(n)}var Dr={live:`live`,not_yet:`wait`,expired:``,withdrawn:`bad`},Or=[`live`,`not_yet`,`expired`,`withdrawn`],kr=class extends H{constructor(...e){super(...e),this.consents=null}static{this.styles=[...I,h`
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(24rem, 100%), 1fr));
        gap: 1rem;
        align-items: start;
      }
      .top {
        display: flex;
        justify-content: space-between;
        align-items: flex-start;
        gap: 0.75rem;
        margin-bottom: 1rem;
      }
      dl.facts {
        font-size: 0.95rem;
        grid-template-columns: minmax(6.5rem, max-content) 1fr;
      }
      .kinds {
        display: flex;
        flex-wrap: wrap;
        gap: 0.35rem;
      }
      .chosen {
        border: 2px solid var(--mt-primary);
      }
      .deleted {
        margin-top: 1rem;
        padding: 0.9rem 1rem;
        border-radius: 10px;
        background: var(--mt-sunken);
        display: grid;
        gap: 0.5rem;
        font-size: 0.925rem;
      }
      .deleted b .icon {
        margin-right: 0.35rem;
      }
      details summary {
        cursor: pointer;
        font-weight: 600;
        min-height: 2rem;
      }
      .receipt {
        max-height: 9rem;
        overflow: auto;
        font-size: 0.78rem;
        margin: 0.5rem 0;
        display: block;
      }
      h2.group {
        margin: 1.75rem 0 0.75rem;
      }
      h2.group:first-child {
        margin-top: 0;
      }
    `]}listen(){this.until(A.on(`camera`,()=>void this.read())),this.until(A.on(`line`,e=>e&&void this.read()))}async load(){this.consents=await k.consents()}asked(e){let[t,n,r]=[`id`,`household`,`camera`].map(e=>this.query.get(e));return e.filter(e=>(!t||e.id===t)&&(!n||e.household.id===n)&&(!r||e.camera.id===r))}deleted(e,r){if(!e.done)return v`<div class="deleted" role="status">
        <b>${x(De)}${t(`Đang xoá dữ liệu đã nhận…`)}</b>
        <span>${t(`Từ lúc rút lại không ai xem được nữa.`)}</span>
      </div>`;let{events:i,stills:a,clips:o,size_bytes:s,receipt:c}=e;return v`<div class="deleted">
      <b>${x(re)}${t(`Đã xoá khỏi trung tâm`)}</b>
      <span>${t(n`${i} sự kiện, ${a} ảnh, ${o} đoạn video (${bn(s,this.language)})`)}</span>
      ${c?v`<details>
              <summary>${t(`Biên nhận có chữ ký của trung tâm`)}</summary>
              <code class="receipt mono" tabindex="0">${c}</code>
              <div class="row">
                <button @click=${()=>Er(`${r}.jws`,c)}>${x(fe)}${t(`Tải biên nhận`)}</button>
                <button @click=${()=>Tr(c)}>${x(ue)}${t(`Chép biên nhận`)}</button>
              </div>
            </details>`:y}
    </div>`}when({footage:e,hours:t}){return e?G({since:new Date(e.since),until:new Date(e.until)},this.language):Yn(t)}card(e){let r=(e,t)=>v`<dt>${e}</dt><dd>${t}</dd>`;return v`<article class="card ${this.query.get(`id`)===e.id?`chosen`:``}">
      <div class="top">
        <div>
          <h3>${e.camera.name}</h3>
          <p class="muted small">${e.household.name}</p>
        </div>
        <span class="chip ${Dr[e.state]}">${qn(e.state)}</span>
      </div>
      <dl class="facts">
        ${r(t(`Mục đích`),Hn(e.purpose))}
        ${r(t(`Gồm`),v`<span class="kinds">${e.kinds.map(e=>v`<span class="chip main">${Un(e)}</span>`)}</span>`)}
        ${r(t(`Giờ`),this.when(e))}
        ${r(t(`Thời hạn`),`${j(e.valid_from,this.language)} – ${j(e.valid_until,this.language)}`)}
        ${r(t(`Lưu tối đa`),t(n`${e.retention_days} ngày`))}
        ${r(t(`Cấp trên`),e.parents?t(`Được chuyển lên`):t(`Không được chuyển lên`))}
        ${e.masks_required?r(t(`Che hình`),t(`Bắt buộc che trước khi gửi`)):y}
        ${r(t(`Đồng ý lúc`),t(n`${N(e.given_at,this.language)} (bản ${e.version})`))}
        ${e.withdrawn_at?r(t(`Rút lại lúc`),N(e.withdrawn_at,this.language)):y}
      </dl>
      ${e.deletion?this.deleted(e.deletion,e.id):y}
    </article>`}list(){if(!this.consents)return this.failure?this.failed():this.skeletons(3);let e=this.asked(this.consents);if(!e.length)return v`<div class="card empty">
        ${x(he,``,52)}
        <h2>${t(`Chưa có sự đồng ý nào`)}</h2>
        <p>${t(`Chủ hộ đồng ý trong Home Assistant của họ: camera nào, việc gì, giờ nào, đến khi nào. Bản ký hiện ra ở đây.`)}</p>
      </div>`;let n=Map.groupBy(e,e=>e.state);return v`${Or.filter(e=>n.has(e)).map(e=>v`<h2 class="group">${qn(e)} (${n.get(e)?.length})</h2>
        <ul class="grid">
          ${z(n.get(e)??[],e=>e.id,e=>v`<li>${this.card(e)}</li>`)}
        </ul>`)}`}render(){return v`<div class="head">
        <div>
          <h1>${t(`Sổ đồng ý`)}</h1>
          <p>${t(`Mỗi dòng là một bản đồng ý do chủ hộ ký. Chủ hộ rút lại lúc nào cũng được, và có hiệu lực ngay.`)}</p>
        </div>
        ${this.query.size?v`<a class="button" href="/consents">${t(`Xem tất cả`)}</a>`:y}
      </div>
      ${this.list()}`}};B([w()],kr.prototype,`consents`,void 0),kr=B([S(`mt-consents-page`)],kr);var Ar=h`
  .entry {
    max-width: 29rem;
    margin-inline: auto;
    padding: clamp(1.25rem, 4vw, 2.25rem);
  }
  .entry.wide {
    max-width: 40rem;
  }
  .entry > p {
    color: var(--mt-muted);
    margin: 0.4rem 0 1.5rem;
  }
  form,
  fieldset {
    display: grid;
    gap: 1.1rem;
  }
  fieldset {
    border: 0;
    padding: 0;
    margin: 0;
    min-width: 0;
  }
  legend {
    font-weight: 600;
    font-size: 1.1rem;
    padding: 0;
    margin-bottom: 0.9rem;
  }
  button.primary {
    min-height: 3rem;
  }
  .note {
    display: flex;
    gap: 0.7rem;
    padding: 0.75rem 0.9rem;
    border-radius: 10px;
    background: var(--mt-primary-soft);
    color: var(--mt-on-primary-soft);
    margin-bottom: 1.25rem;
  }
`,jr=`&`,Mr=/^#[0-9A-Za-z]{26}\.[\w-]{43}$/,Nr=class extends H{constructor(...e){super(...e),this.link=location.href}static{this.styles=[...I,Ar,h`
      ol {
        display: grid;
        gap: 1.1rem;
        list-style: none;
        counter-reset: step;
      }
      li {
        display: grid;
        grid-template-columns: 2.2rem 1fr;
        gap: 0.9rem;
        counter-increment: step;
      }
      li::before {
        content: counter(step);
        display: grid;
        place-content: center;
        width: 2.2rem;
        height: 2.2rem;
        border-radius: 50%;
        background: var(--mt-primary-soft);
        color: var(--mt-on-primary-soft);
        font-weight: 700;
      }
      .link {
        display: block;
        margin: 0.6rem 0;
        padding: 0.7rem 0.9rem;
        border-radius: 10px;
        background: var(--mt-sunken);
        font-size: 0.85rem;
      }
      .note {
        margin: 1.75rem 0 0;
      }
    `]}listen(){let e=()=>{this.link=location.href};window.addEventListener(`hashchange`,e),this.until(()=>window.removeEventListener(`hashchange`,e))}steps(){return v`<ol class="plain">
      <li>
        <div>
          <h2>${t(`Chép đường dẫn này`)}</h2>
          <code class="link mono">${this.link}</code>
          <button class="primary" @click=${()=>Tr(this.link)}>${x(ue)}${t(`Chép đường dẫn`)}</button>
        </div>
      </li>
      <li>
        <div>
          <h2>${t(`Mở Home Assistant nhà bạn`)}</h2>
          <p class="muted">${t(n`Vào Cài đặt → Thiết bị ${jr} dịch vụ → Mắt Thần → Thêm trung tâm.`)}</p>
        </div>
      </li>
      <li>
        <div>
          <h2>${t(`Dán đường dẫn và đọc bản thông báo`)}</h2>
          <p class="muted">
            ${t(`Bạn sẽ thấy ai quản lý trung tâm, dùng vào việc gì, lưu bao lâu. Chưa có gì rời khỏi nhà bạn.`)}
          </p>
        </div>
      </li>
      <li>
        <div>
          <h2>${t(`Đối chiếu sáu chữ số với cán bộ`)}</h2>
          <p class="muted">
            ${t(`Hai bên đọc cùng một mã thì đúng là trung tâm này. Sau đó bạn tự chọn chia sẻ camera nào, lúc nào.`)}
          </p>
        </div>
      </li>
    </ol>`}broken(){return v`<div class="empty">
      ${x(be,``,48)}
      <h2>${t(`Đường dẫn bị thiếu`)}</h2>
      <p>${t(`Phần sau dấu # là mã mời và đã bị cắt mất. Hãy chép lại trọn vẹn đường dẫn, hoặc quét mã QR bằng điện thoại.`)}</p>
    </div>`}render(){let e=Mr.test(new URL(this.link).hash);return v`<div class="card entry wide">
      <h1>${t(`Bạn được mời tham gia`)}</h1>
      <p>${t(`Trung tâm của xã, phường mời bạn cùng giữ an ninh khu dân cư bằng camera của chính nhà bạn.`)}</p>
      ${e?this.steps():this.broken()}
      <div class="note">
        ${x(Ne)}
        <span>
          ${t(`Trang này không gửi gì về trung tâm, kể cả mã mời. Không có sự đồng ý của bạn, không hình ảnh nào rời khỏi nhà.`)}
        </span>
      </div>
    </div>`}};B([w()],Nr.prototype,`link`,void 0),Nr=B([S(`mt-join-page`)],Nr);var Pr=class extends H{constructor(...e){super(...e),this.busy=!1}static{this.styles=[...I,Ar]}async send(e){if(e.preventDefault(),this.busy)return;let t=new FormData(e.target);this.busy=!0,this.failure=null;try{W.enter(await k.login(String(t.get(`user_name`)).trim(),String(t.get(`password`))))}catch(e){this.failure=e,this.renderRoot.querySelector(`#password`)?.select()}finally{this.busy=!1}}render(){return v`<div class="card entry">
      <h1>${t(`Đăng nhập`)}</h1>
      <p>${t(`Dành cho cán bộ của trung tâm. Mỗi người một tài khoản, mọi lượt xem đều được ghi lại.`)}</p>
      ${W.expired?v`<div class="note" role="status">
              ${x(se)}
              <span>${t(`Phiên làm việc đã hết. Đăng nhập lại để tiếp tục đúng chỗ đang làm.`)}</span>
            </div>`:y}
      <form @submit=${this.send}>
        ${this.wrong(this.failure)}
        <div>
          <label for="user">${t(`Tên đăng nhập`)}</label>
          <input id="user" name="user_name" autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus />
        </div>
        <div>
          <label for="password">${t(`Mật khẩu`)}</label>
          <input id="password" name="password" type="password" autocomplete="current-password" required />
        </div>
        <button class="primary" ?disabled=${this.busy}>${this.busy?t(`Đang đăng nhập…`):t(`Đăng nhập`)}</button>
      </form>
    </div>`}};B([w()],Pr.prototype,`busy`,void 0),Pr=B([S(`mt-login-page`)],Pr);var Fr=class extends H{constructor(...e){super(...e),this.busy=!1,this.differ=!1}static{this.styles=[...I,Ar,h`
      #code {
        font-family: var(--mt-mono);
        letter-spacing: 0.08em;
      }
      form {
        gap: 2rem;
      }
    `]}async send(e){if(e.preventDefault(),this.busy)return;let t=new FormData(e.target),n=e=>String(t.get(e)??``).trim(),r=String(t.get(`password`));if(this.differ=r!==t.get(`again`),this.differ)return;this.busy=!0,this.failure=null;let i={name:n(`hub_name`),commune:n(`commune`)};try{let e=await k.setUp({code:n(`code`),hub_name:i.name,commune:i.commune,user_name:n(`user_name`),password:r});W.hub=i,W.enter(e),L(`/invite`,!0)}catch(e){this.failure=e}finally{this.busy=!1}}render(){return v`<div class="card entry wide">
      <h1>${t(`Thiết lập trung tâm`)}</h1>
      <p>
        ${t(`Chỉ làm một lần. Sau bước này bạn là quản trị viên đầu tiên; không có mật khẩu mặc định nào.`)}
      </p>
      <form @submit=${this.send}>
        <fieldset>
          <legend>${t(`1. Chứng minh bạn quản lý máy chủ`)}</legend>
          <div>
            <label for="code">${t(`Mã thiết lập`)}</label>
            <input id="code" name="code" autocomplete="off" autocapitalize="none" spellcheck="false" required aria-describedby="code-hint" />
            <p class="hint" id="code-hint">
              ${t(`Máy chủ in mã này ra khi khởi động lần đầu và ghi vào thư mục dữ liệu.`)}
            </p>
          </div>
        </fieldset>
        <fieldset>
          <legend>${t(`2. Trung tâm này là của ai`)}</legend>
          <div>
            <label for="hub">${t(`Tên trung tâm`)}</label>
            <input id="hub" name="hub_name" maxlength="80" required placeholder=${t(`Ví dụ: Công an phường Đông Ngạc`)} />
          </div>
          <div>
            <label for="commune">${t(`Xã, phường`)}</label>
            <input id="commune" name="commune" maxlength="80" required placeholder=${t(`Ví dụ: Phường Đông Ngạc, Hà Nội`)} />
          </div>
        </fieldset>
        <fieldset>
          <legend>${t(`3. Tài khoản quản trị của bạn`)}</legend>
          <div>
            <label for="user">${t(`Tên đăng nhập`)}</label>
            <input id="user" name="user_name" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="64" required />
          </div>
          <div>
            <label for="password">${t(`Mật khẩu`)}</label>
            <input
              id="password"
              name="password"
              type="password"
              autocomplete="new-password"
              minlength=${12}
              required
              aria-describedby="password-hint"
            />
            <p class="hint" id="password-hint">
              ${t(`Ít nhất 12 ký tự. Một câu dễ nhớ tốt hơn một từ khó gõ.`)}
            </p>
          </div>
          <div>
            <label for="again">${t(`Nhập lại mật khẩu`)}</label>
            <input
              id="again"
              name="again"
              type="password"
              autocomplete="new-password"
              required
              aria-invalid=${this.differ?`true`:y}
              aria-describedby="again-hint"
            />
            <p class="hint" id="again-hint" role="alert">${this.differ?t(`Hai lần nhập không giống nhau.`):``}</p>
          </div>
        </fieldset>
        ${this.wrong(this.failure)}
        <button class="primary" ?disabled=${this.busy}>${this.busy?t(`Đang thiết lập…`):t(`Bắt đầu dùng`)}</button>
      </form>
    </div>`}};B([w()],Fr.prototype,`busy`,void 0),B([w()],Fr.prototype,`differ`,void 0),Fr=B([S(`mt-setup-page`)],Fr);var K=class extends b{constructor(...e){super(...e),this.src=``,this.poster=null,this.label=``,this.autoplay=!1,this.failed=!1}static{this.styles=h`
    :host {
      display: block;
      position: relative;
      aspect-ratio: 16 / 9;
      background: #0a1212;
      color: #dbe6e4;
    }
    video {
      width: 100%;
      height: 100%;
      display: block;
    }
    .none {
      position: absolute;
      inset: 0;
      display: grid;
      place-content: center;
      justify-items: center;
      gap: 0.5rem;
      padding: 1rem;
      text-align: center;
    }
  `}willUpdate(e){e.has(`src`)&&(this.failed=!1)}render(){return this.failed?v`<div class="none" role="alert">
        ${x(Le,``,34)}
        <span>${t(`Không phát được đoạn video. Có thể nó đã bị xoá, hoặc trình duyệt không đọc được định dạng này.`)}</span>
      </div>`:v`<video
      src=${this.src}
      poster=${this.poster??y}
      aria-label=${this.label}
      controls
      playsinline
      ?autoplay=${this.autoplay}
      preload="metadata"
      disablepictureinpicture
      @error=${()=>{this.failed=!0}}
    ></video>`}};B([C()],K.prototype,`src`,void 0),B([C()],K.prototype,`poster`,void 0),B([C()],K.prototype,`label`,void 0),B([C({type:Boolean})],K.prototype,`autoplay`,void 0),B([w()],K.prototype,`failed`,void 0),K=B([s(),S(`mt-player`)],K);var Ir=36e5,Lr=.7,Rr=class extends b{constructor(...e){super(...e),this.marks=[],this.from=0,this.until=0,this.current=``,this.language=`vi`}static{this.styles=h`
    :host {
      display: block;
      font-size: 0.75rem;
      color: var(--mt-muted);
    }
    svg {
      display: block;
      width: 100%;
      overflow: visible;
    }
    .ground {
      fill: var(--mt-sunken);
    }
    .tick {
      stroke: var(--mt-line);
    }
    text {
      fill: var(--mt-muted);
      font: 0.75rem var(--mt-font);
      font-variant-numeric: tabular-nums;
      text-anchor: middle;
    }
    a {
      outline: none;
    }
    a rect {
      fill: var(--mt-primary);
    }
    a.night rect {
      fill: var(--mt-night);
    }
    a[aria-current] rect {
      fill: var(--mt-gold);
      stroke: var(--mt-gold);
      stroke-width: 3;
    }
    a:hover rect {
      filter: brightness(1.15);
    }
    a:focus-visible rect {
      stroke: var(--mt-text);
      stroke-width: 3;
    }
  `}place(e){return`${100*(e-this.from)/(this.until-this.from)}%`}hours(){let e=[1,2,3,6,12].find(e=>(this.until-this.from)/(e*Ir)<=8)??24,t=new Date(this.from);t.setMinutes(0,0,0);let n=[];for(let r=t.getTime();r<this.until;r+=Ir)new Date(r).getHours()%e===0&&(r-this.from)/(this.until-this.from)>.05&&n.push(r);return n.filter(e=>(e-this.from)/(this.until-this.from)<.95)}mark(e){let[t,n]=e.clip?[5,26]:[13,10],r=Math.max(Lr,100*(e.endedAt-e.startedAt)/(this.until-this.from)),i=Math.min(100-r,Math.max(0,100*(e.startedAt-this.from)/(this.until-this.from)));return kt`<a
      class=${e.night?`night`:``}
      href=${e.href}
      aria-label=${e.label}
      aria-current=${e.id===this.current?`true`:y}
      ><title>${e.label}</title><rect x="${i}%" y=${t} width="${r}%" height=${n} rx="3"
    /></a>`}render(){if(this.until<=this.from)return y;let e=this.marks.filter(e=>e.startedAt>=this.from&&e.startedAt<this.until),r=this.hours();return v`<div role="group" aria-label=${t(n`Dòng thời gian, ${e.length} sự kiện`)}>
      <svg height="56" role="presentation">
        <rect class="ground" width="100%" height="36" rx="9" />
        ${r.map(e=>kt`<line class="tick" x1=${this.place(e)} x2=${this.place(e)} y1="0" y2="36" />`)}
        ${e.map(e=>this.mark(e))}
        <g aria-hidden="true">
          ${r.map(e=>kt`<text x=${this.place(e)} y="52">${M(new Date(e),this.language)}</text>`)}
        </g>
      </svg>
    </div>`}};B([C({attribute:!1})],Rr.prototype,`marks`,void 0),B([C({type:Number})],Rr.prototype,`from`,void 0),B([C({type:Number})],Rr.prototype,`until`,void 0),B([C()],Rr.prototype,`current`,void 0),B([C()],Rr.prototype,`language`,void 0),Rr=B([s(),S(`mt-timeline`)],Rr);var zr=6e5,Br=`vn.matthan.motion.v1`;function Vr(e){return e.ended_at?(Date.parse(e.ended_at)-Date.parse(e.started_at))/1e3:null}function Hr(e,t){return e.type===`vn.matthan.motion.v1`&&!e.ended_at&&t.getTime()-Date.parse(e.started_at)<zr}function Ur(e,n,r){let i=Vr(e);return i===null?Hr(e,n)?t(`đang diễn ra`):``:F(i,r)}function Wr(e,r){return e.clip?t(n`Video ${F(e.clip.duration_s,r)}`):``}var Gr=h`
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(17.5rem, 100%), 1fr));
    gap: 1rem;
  }
  .event {
    display: flex;
    flex-direction: column;
    height: 100%;
    color: inherit;
    text-decoration: none;
    background: var(--mt-surface);
    border: 1px solid var(--mt-line);
    border-radius: var(--mt-radius);
    overflow: hidden;
    box-shadow: var(--mt-shadow);
    transition:
      border-color 120ms,
      box-shadow 120ms;
  }
  .event:hover {
    border-color: var(--mt-primary);
    box-shadow: var(--mt-shadow-high);
  }
  .event:focus-visible {
    border-radius: var(--mt-radius);
  }
  .picture {
    position: relative;
  }
  .marks {
    position: absolute;
    inset: auto 0.6rem 0.6rem 0.6rem;
    display: flex;
    flex-wrap: wrap;
    gap: 0.35rem;
  }
  .marks .chip {
    background: rgb(6 16 16 / 82%);
    color: #fff;
  }
  .marks .chip.plays {
    background: #ffd166;
    color: #2b1f00;
    margin-left: auto;
  }
  .what {
    display: grid;
    gap: 0.1rem;
    padding: 0.8rem 1rem 0.95rem;
  }
  .what .where {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: 0.75rem;
  }
  .what h3 {
    line-height: 1.35;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .what time {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .what .line {
    display: flex;
    justify-content: space-between;
    gap: 0.75rem;
    font-size: 0.875rem;
    color: var(--mt-muted);
  }
  .what .line span:first-child {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .what .line span:last-child {
    white-space: nowrap;
  }
  .now {
    color: var(--mt-danger);
    font-weight: 600;
  }
  .notice {
    aspect-ratio: 16 / 9;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 0.6rem;
    padding: 1rem;
    text-align: center;
    font-weight: 600;
    background: var(--mt-danger-soft);
    color: var(--mt-danger);
  }
  .notice.back {
    background: var(--mt-live-soft);
    color: var(--mt-live);
  }
  .fresh {
    animation: slide 380ms ease-out;
  }
  @keyframes slide {
    from {
      opacity: 0;
      transform: translateY(-1.25rem);
    }
  }
`,Kr={"vn.matthan.tamper.v1":Me,"vn.matthan.camera.offline.v1":m,"vn.matthan.camera.online.v1":ie};function qr(e,n){return v`<div class="marks">
    ${e.night?v`<span class="chip">${x(ze,``,16)}${t(`Đêm`)}</span>`:y}
    ${e.clip?.state===`announced`?v`<span class="chip">${x(Oe,``,16)}${t(`Video đang gửi`)}</span>`:y}
    ${e.clip?.state===`stored`?v`<span class="chip plays">${x(we,``,16)}${Wr(e,n)}</span>`:y}
  </div>`}function Jr(e,r){return t(n`Ảnh từ camera ${e.camera.name} lúc ${M(e.started_at,r)}`)}function Yr(e,t,n){let r=e.type===Br;return v`<a class="event" href="/events/${e.id}">
    ${r?v`<div class="picture">
            <mt-still src=${e.still_url??y} alt=${Jr(e,n)}></mt-still>
            ${qr(e,n)}
          </div>`:v`<div class="notice ${e.type.includes(`online`)?`back`:``}">
            ${x(Kr[e.type]??`M20.84 22.73L18.11 20H17C15.9 20 15 19.1 15 18V16.89L12.66 14.55L11.81 15.04C10.86 15.59 9.63 15.26 9.08 14.31L7.58 11.71C7.18 11 7.25 10.18 7.68 9.57L1.11 3L2.39 1.73L22.11 21.46L20.84 22.73M18.5 13C18.5 12.43 18.3 11.9 17.97 11.5L19.94 10.35C20.95 9.76 21.3 8.47 20.71 7.46L19.33 5.06C18.74 4.05 17.45 3.7 16.44 4.28L10.77 7.57L17.86 14.66C18.26 14.22 18.5 13.64 18.5 13M2 12.62L5.5 18.68L8.03 15.5L6.03 12.03L2 12.62Z`,``,40)}${Wn(e.type)}
          </div>`}
    <div class="what">
      <div class="where">
        <h3>${e.camera.name}</h3>
        <time datetime=${e.started_at}>${M(e.started_at,n,!0)}</time>
      </div>
      <div class="line">
        <span>${e.household.name}</span>
        ${r&&Ur(e,t,n)?v`<span class=${Hr(e,t)?`now`:``}>${Ur(e,t,n)}</span>`:v`<span>${P(e.started_at,t,n)}</span>`}
      </div>
    </div>
  </a>`}var Xr=`mat-than.shortcuts`,Zr={on:()=>localStorage.getItem(Xr)!==`off`,use:e=>localStorage.setItem(Xr,e?`on`:`off`)},Qr=`input, select, textarea, video, dialog[open] *, [contenteditable]`;function $r(e){if(!Zr.on()||e.ctrlKey||e.metaKey||e.altKey||e.defaultPrevented)return``;let t=e.composedPath()[0];return t instanceof Element&&t.matches(Qr)?``:e.key.toLowerCase()}function ei(e){let t=t=>{let n=$r(t);n&&e(n,t)};return window.addEventListener(`keydown`,t),()=>window.removeEventListener(`keydown`,t)}var q=(e,t)=>v`<dt>${e}</dt><dd>${t}</dd>`;function ti(e,t){let n=new Intl.NumberFormat(t,{style:`percent`}).format(e.score);return v`<span class="score">
    <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect class="whole" width="100" height="6" rx="3" /><rect class="part" width=${e.score*100} height="6" rx="3" />
    </svg>
    ${n}
  </span>`}function ni(e,r){return v`${q(t(`Đoạn video`),`${F(e.duration_s,r)} · ${bn(e.size_bytes,r)}`)}
  ${q(t(`Che hình`),e.masked?t(`Có vùng đã che trước khi rời nhà`):t(`Không che vùng nào`))}
  ${e.storage_receipt_at?q(t(`Biên nhận`),v`<span class="sure">${x(re,``,18)}${t(n`Trung tâm đã ký nhận lúc ${N(e.storage_receipt_at,r)}`)}</span>`):y}`}function ri(e,r,i){let a=(Date.parse(e.received_at)-Date.parse(e.started_at))/1e3;return v`<section class="card" aria-labelledby="facts">
    <h2 id="facts">${t(`Chi tiết`)}</h2>
    <dl class="facts">
      ${q(t(`Từ camera`),`${e.camera.name} (${Vn(e.camera.position)})`)}
      ${q(t(`Hộ`),e.household.name)}
      ${q(t(`Bắt đầu`),v`<time datetime=${e.started_at}>${N(e.started_at,i,!0)}</time>`)}
      ${e.ended_at?q(t(`Kết thúc`),v`<time datetime=${e.ended_at}>${N(e.ended_at,i,!0)}</time>`):y}
      ${Ur(e,r,i)?q(t(`Kéo dài`),Ur(e,r,i)):y}
      ${e.type===`vn.matthan.motion.v1`?q(t(`Mức chuyển động`),ti(e,i)):y}
      ${e.zones.length?q(t(`Vùng`),e.zones.join(`, `)):y}
      ${q(t(`Đến trung tâm`),t(a<1?`ngay lập tức`:n`sau ${F(a,i)}`))}
      ${e.clip?ni(e.clip,i):y}
    </dl>
  </section>`}function ii(e,r){return e?v`<section class="card" aria-labelledby="consent">
    <div class="row between">
      <h2 id="consent">${t(`Được chia sẻ theo sự đồng ý`)}</h2>
      <span class="chip ${e.state===`live`?`live`:`bad`}">${qn(e.state)}</span>
    </div>
    <dl class="facts">
      ${q(t(`Mục đích`),Hn(e.purpose))}
      ${q(t(`Gồm`),e.kinds.map(Un).join(`, `))}
      ${q(t(`Giờ`),Yn(e.hours))}
      ${q(t(`Đến ngày`),j(e.valid_until,r))}
      ${q(t(`Lưu tối đa`),t(n`${e.retention_days} ngày`))}
    </dl>
    <a href="/consents?id=${e.id}">${t(`Xem trong sổ đồng ý`)}</a>
  </section>`:y}function ai(e,n){return e?v`<section class="card" aria-labelledby="lookers">
    <h2 id="lookers">${t(`Ai đã xem`)}</h2>
    <ul class="lookers">
      ${e.map(e=>v`<li>
          <span><b>${e.user_name}</b> · ${Gn(e.action)}</span>
          <time datetime=${e.at} class="muted numbers">${N(e.at,n,!0)}</time>
        </li>`)}
    </ul>
  </section>`:y}var oi=h`
  .back {
    margin: -0.4rem 0 0.6rem -0.7rem;
  }
  .layout {
    display: grid;
    grid-template-columns: minmax(0, 1.9fr) minmax(23rem, 1fr);
    gap: 1.25rem;
    align-items: start;
  }
  .stack {
    grid-template-columns: minmax(0, 1fr);
  }
  .media {
    border-radius: var(--mt-radius);
    overflow: hidden;
    background: #0a1212;
    box-shadow: var(--mt-shadow);
  }
  .media > * {
    max-height: 76vh;
    width: 100%;
  }
  .controls {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75rem 1rem;
  }
  .controls > :last-child:not(:first-child) {
    margin-left: auto;
  }
  .views {
    display: flex;
    padding: 3px;
    gap: 2px;
    border-radius: 12px;
    background: var(--mt-sunken);
  }
  .views button {
    border: 0;
    background: none;
    min-height: 2.5rem;
    color: var(--mt-muted);
  }
  .views button[aria-pressed="true"] {
    background: var(--mt-surface);
    color: var(--mt-text);
    box-shadow: var(--mt-shadow);
  }
  .frames {
    display: flex;
    align-items: center;
    gap: 0.55rem;
    margin: 0;
    font-weight: 400;
  }
  .card h2 {
    margin-bottom: 0.9rem;
  }
  .card .row h2 {
    margin: 0;
  }
  .between {
    justify-content: space-between;
    margin-bottom: 0.9rem;
  }
  .card dl.facts {
    grid-template-columns: minmax(6rem, max-content) 1fr;
    column-gap: 0.9rem;
    font-size: 0.95rem;
  }
  .card dl.facts + a {
    display: inline-block;
    margin-top: 0.9rem;
    font-weight: 600;
    font-size: 0.925rem;
  }
  .around .row {
    justify-content: space-between;
    margin-bottom: 0.9rem;
  }
  .around .steps {
    margin: 0;
    gap: 0.4rem;
  }
  .around .button {
    padding: 0;
    width: 2.75rem;
  }
  .button.off {
    opacity: 0.35;
    cursor: default;
  }
  .score {
    display: inline-flex;
    align-items: center;
    gap: 0.7rem;
  }
  .score {
    white-space: nowrap;
  }
  .score svg {
    width: 5rem;
    height: 6px;
  }
  .whole {
    fill: var(--mt-sunken);
  }
  .part {
    fill: var(--mt-primary);
  }
  .sure .icon {
    color: var(--mt-live);
    margin-right: 0.35rem;
  }
  .lookers li {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.1rem 1rem;
    padding: 0.5rem 0;
    border-bottom: 1px solid var(--mt-line);
    font-size: 0.925rem;
  }
  .lookers li:last-child {
    border: 0;
    padding-bottom: 0;
  }
  @media (max-width: 1080px) {
    .layout {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (max-width: 640px) {
    .media {
      margin-inline: -1rem;
      border-radius: 0;
    }
  }
`,si=216e5,J=class extends H{constructor(...e){super(...e),this.event=null,this.consent=null,this.looks=null,this.around=[],this.view=`clip`,this.framed=!0}static{this.styles=[...I,oi]}listen(){this.until(A.on(`event`,e=>this.news(e))),this.until(A.on(`camera`,e=>e.id===this.event?.camera.id&&void this.recheck())),this.until(A.on(`line`,e=>e&&void this.recheck())),this.until(ei(e=>this.pressed(e)))}willUpdate(e){e.has(`subject`)&&this.hasUpdated&&(this.event=null,this.consent=null,this.looks=null,this.read())}async load(){let e=this.subject,t=await k.event(e);e===this.subject&&(this.event=t,this.view=t.clip?`clip`:`still`,this.around=(await k.events({camera:t.camera.id,household:t.household.id},void 0,200)).events,await this.background(t))}async background(e){let t=W.may(`officer`)?await k.consents():[],n=W.may(`admin`)?await k.looksAt(e.id):null;e.id===this.subject&&(this.consent=t.find(t=>t.id===e.consent_id)??null,this.looks=n)}news(e){e.id===this.subject&&(this.event=e),e.camera.id===this.event?.camera.id&&e.household.id===this.event.household.id&&(this.around=[e,...this.around.filter(t=>t.id!==e.id)].sort((e,t)=>Date.parse(t.started_at)-Date.parse(e.started_at)))}async recheck(){let e=this.event;if(!e)return;let t={camera:e.camera.id,household:e.household.id},[n]=(await k.events(t,e.seq+1,1)).events;n?.id!==e.id&&this.event?.id===e.id&&(this.event=null,this.failure=new T(`gone`,410))}neighbour(e){let t=this.around.findIndex(e=>e.id===this.subject);return t<0?void 0:this.around[t+e]}pressed(e){e===`escape`&&L(`/feed`);let t=e===`j`?this.neighbour(1):e===`k`?this.neighbour(-1):void 0;t&&L(`/events/${t.id}`)}media(e){let r=v`<mt-still
      eager
      src=${e.still_url??y}
      alt=${Jr(e,this.language)}
      .boxes=${this.framed?e.boxes:[]}
    ></mt-still>`;return this.view===`still`||e.clip?.state!==`stored`?r:v`<mt-player
      src=${e.clip.url}
      poster=${e.still_url??y}
      label=${t(n`Đoạn video từ camera ${e.camera.name}, ${N(e.started_at,this.language)}`)}
    ></mt-player>`}controls(e){let n=e.clip?.state===`stored`,r=this.view===`still`||!n,i=(e,t)=>v`<button
        aria-pressed=${this.view===e}
        @click=${()=>{this.view=e}}
      >
        ${t}
      </button>`;return v`<div class="controls">
      ${n?v`<div class="views" role="group" aria-label=${t(`Cách xem`)}>${i(`clip`,t(`Đoạn video`))}${i(`still`,t(`Ảnh`))}</div>`:y}
      ${e.clip&&!n?v`<p class="chip wait">${t(`Đoạn video đang được gửi tới…`)}</p>`:y}
      ${r&&e.boxes.length&&e.still_url?v`<label class="frames">
              <input
                type="checkbox"
                .checked=${this.framed}
                @change=${e=>{this.framed=e.target.checked}}
              />
              ${t(`Khung vùng chuyển động`)}
            </label>`:y}
      ${n&&e.clip?v`<a class="button" href=${e.clip.url} download=${this.fileName(e)}>${x(fe)}${t(`Tải về`)}</a>`:y}
      ${W.may(`officer`)?v`<a class="button" href="/holds/new?events=${e.id}">${x(ge)}${t(`Giữ cho vụ việc…`)}</a>`:y}
    </div>`}fileName(e){let t=e.started_at.replace(/[:.]/g,`-`).slice(0,19);return`${e.camera.name}_${t}Z.mp4`.replace(/[\\/\s]+/g,`_`)}strip(e){let n=Date.parse(e.started_at),r=Math.min(n+si,this.now.getTime()),i=this.around.filter(e=>e.type===Br).map(e=>({id:e.id,href:`/events/${e.id}`,startedAt:Date.parse(e.started_at),endedAt:Date.parse(e.ended_at??e.started_at),label:`${M(e.started_at,this.language,!0)} · ${Ur(e,this.now,this.language)}`,night:e.night,clip:e.clip?.state===`stored`})),[a,o]=[this.neighbour(-1),this.neighbour(1)],s=(e,t,n)=>e?v`<a class="button" href="/events/${e.id}" aria-label=${t} title=${t}>${x(n)}</a>`:v`<span class="button off">${x(n)}</span>`;return v`<section class="card around" aria-labelledby="around">
      <div class="row">
        <h2 id="around">${t(`Cùng camera, trước và sau đó`)}</h2>
        <div class="row steps">
          ${s(o,t(`Sự kiện trước`),ae)} ${s(a,t(`Sự kiện sau`),oe)}
        </div>
      </div>
      <mt-timeline
        .marks=${i}
        from=${n-si}
        until=${r}
        current=${e.id}
        .language=${this.language}
      ></mt-timeline>
    </section>`}back(){return v`<a class="button quiet back" href="/feed">${x(u)}${t(`Mọi sự kiện`)}</a>`}render(){let{event:e}=this;return e?v`${this.back()}
      <div class="head">
        <div>
          <h1>${e.camera.name}</h1>
          <p>${e.household.name} · ${N(e.started_at,this.language,!0)}</p>
        </div>
        <div class="row">
          <span class="chip main">${Wn(e.type)}</span>
          ${e.night?v`<span class="chip night">${x(ze,``,16)}${t(`Đêm`)}</span>`:y}
        </div>
      </div>
      <div class="layout">
        <div class="stack">
          ${e.type===`vn.matthan.motion.v1`?v`<div class="media">${this.media(e)}</div>${this.controls(e)}`:y}
          ${this.strip(e)}
        </div>
        <div class="stack">
          ${ri(e,this.now,this.language)}
          ${ii(this.consent,this.language)}
          ${ai(this.looks,this.language)}
        </div>
      </div>`:v`${this.back()}${this.failure?this.failed():v`<div class="layout">${this.skeletons(2)}</div>`}`}};B([w()],J.prototype,`event`,void 0),B([w()],J.prototype,`consent`,void 0),B([w()],J.prototype,`looks`,void 0),B([w()],J.prototype,`around`,void 0),B([w()],J.prototype,`view`,void 0),B([w()],J.prototype,`framed`,void 0),J=B([S(`mt-event-page`)],J);var ci=class extends b{constructor(...e){super(...e),this.filtered=!1,this.cameras=0}static{this.styles=[...I,h`
      ol {
        text-align: left;
        padding-left: 1.4rem;
        display: grid;
        gap: 0.5rem;
        max-width: 34rem;
      }
    `]}first(){return W.may(`officer`)?v`<ol>
        <li>${t(`Tạo một lời mời và đưa mã QR cho chủ hộ.`)}</li>
        <li>${t(`Chủ hộ quét mã trong Home Assistant; hai bên đối chiếu sáu chữ số ở trang Hộ tham gia.`)}</li>
        <li>${t(`Chủ hộ chọn camera và đồng ý chia sẻ. Từ lúc đó chuyển động hiện ra ở đây, trong vài giây.`)}</li>
      </ol>
      <a class="button primary" href="/invite">${t(`Tạo lời mời đầu tiên`)}</a>`:v`<p>${t(`Khi các hộ chia sẻ camera, chuyển động sẽ hiện ra ở đây.`)}</p>`}body(){return this.filtered?v`<h2>${t(`Chưa có sự kiện nào ở đây`)}</h2>
        <p>${t(`Camera bạn chọn chưa gửi sự kiện nào trong thời hạn lưu.`)}</p>
        <a class="button" href="/feed">${t(`Xem mọi camera`)}</a>`:this.cameras?v`<h2>${t(`Chưa có chuyển động nào`)}</h2>
        <p>${t(`Camera đã được chia sẻ và đang chờ. Sự kiện mới tự hiện ra, không cần tải lại trang.`)}</p>
        <a class="button" href="/cameras">${t(`Xem tình trạng camera`)}</a>`:v`<h2>${t(`Chưa có hộ nào chia sẻ camera`)}</h2>
      ${this.first()}`}render(){return v`<div class="card empty">${x(Se,``,52)} ${this.body()}</div>`}};B([C({type:Boolean})],ci.prototype,`filtered`,void 0),B([C({type:Number})],ci.prototype,`cameras`,void 0),ci=B([s(),S(`mt-feed-empty`)],ci);var li={events:[],held:[],paused:!1,more:!1,loaded:!1,fresh:new Set};function Y(...e){let t=new Map;for(let n of e.flat()){let e=t.get(n.id);(!e||e.seq<=n.seq)&&t.set(n.id,n)}return[...t.values()].sort((e,t)=>Date.parse(t.started_at)-Date.parse(e.started_at)||(e.id<t.id?1:-1)).slice(0,600)}function ui(e){return{...e,events:Y(e.events,e.held),held:[],paused:!1,fresh:new Set(e.held.map(e=>e.id))}}function di(e,t,n){let r={...e,more:n,loaded:!0,fresh:new Set};if(!e.paused||!e.loaded)return{...r,events:Y(t),held:[]};let i=new Set(e.events.map(e=>e.id));return{...r,events:Y(t.filter(e=>i.has(e.id))),held:Y(t.filter(e=>!i.has(e.id)))}}function fi(e,t,n){return e.events.some(e=>e.id===t.id)?{...e,events:Y(e.events,[t])}:e.paused||n?{...e,held:Y(e.held,[t])}:{...e,events:Y(e.events,[t]),fresh:new Set([t.id])}}function pi(e,t){switch(t.kind){case`page`:return di(e,t.events,t.more);case`older`:return{...e,events:Y(e.events,t.events),more:t.more,fresh:new Set};case`arrived`:return fi(e,t.event,t.hold??!1);case`pause`:return t.paused?{...e,paused:!0,fresh:new Set}:ui(e);case`show`:return{...ui(e),paused:e.paused}}}function mi(e,t){return(!t.camera||t.camera===e.camera.id)&&(!t.household||t.household===e.household.id)}var hi=h`
  .tools select {
    width: auto;
    max-width: 16rem;
  }
  .keys {
    min-width: 2.75rem;
    padding-inline: 0.6rem;
  }
  .strip {
    margin-bottom: 1.25rem;
  }
  .day {
    display: flex;
    align-items: baseline;
    gap: 0.7rem;
    margin: 0 0 0.75rem;
  }
  section + section {
    margin-top: 2rem;
  }
  .held {
    position: sticky;
    top: 4.6rem;
    z-index: 10;
    display: grid;
    justify-items: center;
    height: 0;
  }
  .held button {
    height: 2.75rem;
    border-radius: 99px;
    box-shadow: var(--mt-shadow-high);
  }
  .tall {
    min-height: 15rem;
  }
  .more {
    display: grid;
    justify-content: center;
    margin-top: 2rem;
  }
  @media (max-width: 860px) {
    .tools {
      width: 100%;
    }
    .tools select {
      flex: 1;
      min-width: 0;
      max-width: none;
    }
    .keys {
      display: none;
    }
  }
  @media (min-width: 1700px) {
    .cards {
      grid-template-columns: repeat(auto-fill, minmax(22rem, 1fr));
    }
  }
`,gi=class extends b{static{this.styles=[...I,h`
      dialog {
        border: 1px solid var(--mt-line);
        border-radius: var(--mt-radius);
        background: var(--mt-raised);
        color: var(--mt-text);
        box-shadow: var(--mt-shadow-high);
        padding: 1.5rem;
        width: min(28rem, calc(100vw - 2rem));
      }
      dialog::backdrop {
        background: rgb(5 15 15 / 55%);
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0.6rem 1rem;
        margin: 1.1rem 0;
      }
      kbd {
        font: 600 0.875rem var(--mt-mono);
        padding: 0.15rem 0.5rem;
        border: 1px solid var(--mt-line-strong);
        border-bottom-width: 2px;
        border-radius: 6px;
      }
      .row {
        justify-content: space-between;
      }
      label {
        display: flex;
        gap: 0.6rem;
        align-items: center;
        margin: 0;
      }
    `]}open(){this.dialog.showModal()}render(){let e=[[`J`,t(`Sự kiện cũ hơn`)],[`K`,t(`Sự kiện mới hơn`)],[`Enter`,t(`Mở sự kiện`)],[`Esc`,t(`Về danh sách`)],[`P`,t(`Tạm dừng, chạy tiếp`)],[`N`,t(`Hiện các sự kiện mới`)]];return v`<dialog aria-labelledby="title">
      <form method="dialog">
        <h2 id="title">${t(`Phím tắt`)}</h2>
        <dl>
          ${e.map(([e,t])=>v`<dt><kbd>${e}</kbd></dt><dd>${t}</dd>`)}
        </dl>
        <div class="row">
          <label>
            <input
              type="checkbox"
              .checked=${Zr.on()}
              @change=${e=>Zr.use(e.target.checked)}
            />
            ${t(`Dùng phím tắt`)}
          </label>
          <button class="primary" autofocus>${t(`Đóng`)}</button>
        </div>
      </form>
    </dialog>`}};B([$t(`dialog`)],gi.prototype,`dialog`,void 0),gi=B([s(),S(`mt-shortcut-help`)],gi);var _i=864e5,vi=48,yi=200,bi=320,xi=class extends H{constructor(...e){super(...e),this.feed=li,this.cameras=[],this.news=``,this.reading=!1}static{this.styles=[...I,Gr,hi]}get filter(){let e=this.query.get(`camera`),t=this.query.get(`household`);return{...e?{camera:e}:{},...t?{household:t}:{}}}step(e){this.feed=pi(this.feed,e)}listen(){this.until(A.on(`event`,e=>this.arrived(e))),this.until(A.on(`camera`,e=>this.changed(e))),this.until(A.on(`line`,e=>e&&this.feed.loaded&&void this.read())),this.until(ei(e=>this.pressed(e)));let e=()=>{let e=window.scrollY>bi;!e&&this.reading&&!this.feed.paused&&this.feed.held.length&&this.step({kind:`show`}),this.reading=e};window.addEventListener(`scroll`,e,{passive:!0}),this.until(()=>window.removeEventListener(`scroll`,e))}willUpdate(e){e.has(`query`)&&e.get(`query`)!==void 0&&this.hasUpdated&&(this.feed={...li,paused:this.feed.paused},this.read())}async load(){let e=Math.min(yi,Math.max(vi,this.feed.events.length)),t=this.filter,[n,r]=await Promise.all([k.events(t,void 0,e),k.cameras()]);this.cameras=r,this.step({kind:`page`,...n})}async older(){let e=Math.min(...this.feed.events.map(e=>e.seq));await this.attempt(async()=>this.step({kind:`older`,...await k.events(this.filter,e,vi)}))}arrived(e){if(!this.feed.loaded||!mi(e,this.filter))return;let t=this.feed.events.some(t=>t.id===e.id);this.now=new Date,this.step({kind:`arrived`,event:e,hold:this.reading}),!t&&!this.feed.paused&&(this.news=`${Wn(e.type)}: ${e.camera.name}, ${e.household.name}, ${M(e.started_at,this.language)}`)}changed(e){let t=this.cameras.find(t=>t.id===e.id&&t.household.id===e.household.id);t&&t.consents.join()===e.consents.join()||this.read()}pressed(e){(e===`j`||e===`k`)&&this.move(e===`j`?1:-1),e===`p`&&this.step({kind:`pause`,paused:!this.feed.paused}),e===`n`&&this.feed.held.length&&this.show(),e===`?`&&this.help()}move(e){let t=[...this.renderRoot.querySelectorAll(`a.event`)],n=t.indexOf(this.shadowRoot?.activeElement),r=t[n<0?0:Math.min(t.length-1,Math.max(0,n+e))];r?.focus(),r?.scrollIntoView({block:`center`})}show(){this.step({kind:`show`}),window.scrollTo({top:0})}help(){this.renderRoot.querySelector(`mt-shortcut-help`)?.open()}choose(e){let[t,n]=e.target.value.split(`|`);L(`/feed${D({household:t,camera:n})}`)}head(){let{household:e=``,camera:r=``}=this.filter,i=e||r?`${e}|${r}`:``,a=Map.groupBy(this.cameras,e=>e.household.id),o=(e,t)=>v`<option value=${e} ?selected=${e===i}>${t}</option>`;return v`<div class="head">
      <h1>${t(`Sự kiện`)}</h1>
      <div class="row tools">
        <label class="unseen" for="filter">${t(`Lọc theo camera`)}</label>
        <select id="filter" @change=${this.choose}>
          ${o(``,t(`Mọi camera`))}
          ${[...a].map(([e,r])=>v`<optgroup label=${r[0]?.household.name??``}>
              ${o(`${e}|`,t(n`Cả hộ ${r[0]?.household.name??``}`))}
              ${r.map(t=>o(`${e}|${t.id}`,t.name))}
            </optgroup>`)}
        </select>
        <button
          aria-pressed=${this.feed.paused}
          @click=${()=>this.step({kind:`pause`,paused:!this.feed.paused})}
          title=${this.feed.paused?t(`Sự kiện mới đang được giữ lại`):t(`Giữ yên màn hình để xem`)}
        >
          ${x(this.feed.paused?we:Ce)}${this.feed.paused?t(`Chạy tiếp`):t(`Tạm dừng`)}
        </button>
        <button class="quiet keys" @click=${this.help} aria-label=${t(`Phím tắt`)} title=${t(`Phím tắt`)}>
          ${x(ye)}
        </button>
      </div>
    </div>`}strip(){let e=this.now.getTime(),t=Date.parse(this.feed.events.at(-1)?.started_at??``),n=this.feed.more?Math.max(e-_i,t):e-_i;return v`<mt-timeline class="strip" .marks=${this.feed.events.filter(e=>e.type===Br).map(e=>({id:e.id,href:`/events/${e.id}`,startedAt:Date.parse(e.started_at),endedAt:Date.parse(e.ended_at??e.started_at),label:`${M(e.started_at,this.language,!0)} · ${e.camera.name} · ${Ur(e,this.now,this.language)}`,night:e.night,clip:e.clip?.state===`stored`}))} from=${n} until=${e} .language=${this.language}></mt-timeline>`}heading(e){let[n,r]=[this.now,new Date(this.now.getTime()-_i)].map(e=>j(e,this.language)),i=j(e,this.language);return i===n?t(`Hôm nay`):i===r?t(`Hôm qua`):hn(e,this.language)}days(){return v`${z(Map.groupBy(this.feed.events,e=>j(e.started_at,this.language)),([e])=>e,([e,r])=>v`<section aria-labelledby="day-${e}">
        <h2 class="day" id="day-${e}">
          ${this.heading(r[0]?.started_at??``)}
          <span class="muted small">${e} · ${t(n`${r.length} sự kiện`)}</span>
        </h2>
        <ul class="cards">
          ${z(r,e=>e.id,e=>v`<li class=${this.feed.fresh.has(e.id)?`fresh`:``}>
              ${Yr(e,this.now,this.language)}
            </li>`)}
        </ul>
      </section>`)}`}list(){return this.feed.loaded?this.feed.events.length?v`${this.strip()}${this.days()}
    ${this.feed.more?v`<div class="more"><button @click=${this.older}>${t(`Xem cũ hơn`)}</button></div>`:v`<p class="more muted small">${t(`Hết: không còn sự kiện cũ hơn.`)}</p>`}`:v`<mt-feed-empty ?filtered=${Object.keys(this.filter).length>0} .cameras=${this.cameras.length}></mt-feed-empty>`:this.failure?this.failed():v`<div class="cards" aria-busy="true">
        <span class="unseen" role="status">${t(`Đang tải…`)}</span>
        ${Array.from({length:8},()=>v`<div class="skeleton tall"></div>`)}
      </div>`}render(){let e=this.feed.held.length;return v`${this.head()}
      <div class="unseen" role="status" aria-live="polite">${this.news}</div>
      ${e?v`<div class="held">
              <button class="primary" @click=${this.show}>${x(d)}${t(n`${e} sự kiện mới`)}</button>
            </div>`:y}
      ${this.list()}
      <mt-shortcut-help></mt-shortcut-help>`}};B([w()],xi.prototype,`feed`,void 0),B([w()],xi.prototype,`cameras`,void 0),B([w()],xi.prototype,`news`,void 0),B([w()],xi.prototype,`reading`,void 0),xi=B([S(`mt-feed-page`)],xi);var Si=null;async function Ci(e){return await Si?.ask(e)??!1}var wi=class extends b{constructor(...e){super(...e),this.question={title:``,text:``,deed:``}}static{this.styles=[...I,h`
      dialog {
        border: 1px solid var(--mt-line);
        border-radius: var(--mt-radius);
        background: var(--mt-raised);
        color: var(--mt-text);
        box-shadow: var(--mt-shadow-high);
        padding: 1.5rem;
        width: min(30rem, calc(100vw - 2rem));
      }
      dialog::backdrop {
        background: rgb(5 15 15 / 55%);
      }
      p {
        margin: 0.6rem 0 1.4rem;
        color: var(--mt-muted);
      }
      .row {
        justify-content: flex-end;
      }
    `]}connectedCallback(){super.connectedCallback(),Si=this}async ask(e){return this.question=e,await this.updateComplete,this.dialog.returnValue=``,this.dialog.showModal(),await new Promise(e=>this.dialog.addEventListener(`close`,e,{once:!0})),this.dialog.returnValue===`yes`}render(){let{title:e,text:n,deed:r,danger:i}=this.question;return v`<dialog aria-labelledby="title" aria-describedby="text">
      <form method="dialog">
        <h2 id="title">${e}</h2>
        <p id="text">${n}</p>
        <div class="row">
          <button value="no" autofocus>${t(`Thôi`)}</button>
          <button value="yes" class=${i?`danger`:`primary`}>${r}</button>
        </div>
      </form>
    </dialog>`}};B([w()],wi.prototype,`question`,void 0),B([$t(`dialog`)],wi.prototype,`dialog`,void 0),wi=B([s(),S(`mt-confirm`)],wi);var Ti=1e3,X=class extends H{constructor(...e){super(...e),this.shown=null,this.busy=!1,this.noteMissing=!1}static{this.styles=[...I,h`
      .back {
        margin: -0.4rem 0 0.6rem -0.7rem;
      }
      .layout {
        display: grid;
        grid-template-columns: minmax(0, 1.7fr) minmax(21rem, 1fr);
        gap: 1.25rem;
        align-items: start;
      }
      .stack {
        grid-template-columns: minmax(0, 1fr);
      }
      .card h2 {
        margin-bottom: 0.9rem;
      }
      dl.facts {
        grid-template-columns: minmax(6rem, max-content) 1fr;
        font-size: 0.95rem;
      }
      .reason {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .under {
        margin-top: 1rem;
      }
      .decide {
        border: 2px solid var(--mt-gold);
      }
      .decide > h2 + p {
        margin-bottom: 1rem;
      }
      .decide .row {
        margin-top: 1rem;
      }
      .missing {
        color: var(--mt-danger);
        font-weight: 600;
        font-size: 0.875rem;
        margin-top: 0.3rem;
      }
      @media (max-width: 1080px) {
        .layout {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      @media (max-width: 640px) {
        dl.facts {
          grid-template-columns: minmax(0, 1fr);
        }
        .row > button {
          width: 100%;
        }
      }
    `]}listen(){this.until(A.on(this.news,e=>e.id===this.subject&&void this.read())),this.until(A.on(`camera`,()=>void this.read())),this.until(A.on(`line`,e=>e&&void this.read()))}willUpdate(e){e.has(`subject`)&&this.hasUpdated&&(this.shown=null,this.read())}async load(){let e=this.subject,t=await this.find(e);e===this.subject&&(this.shown=t)}async deed(e,t){this.busy=!0,await this.attempt(e)&&V(t),this.busy=!1,await this.read()}typed(e){return this.field(e)?.value.trim()??``}required(e){let t=this.typed(e);return t||this.field(e)?.focus(),t}field(e){return this.renderRoot.querySelector(`#${e}`)}answer(e,t){let n=e?this.typed(`note`):this.required(`note`);this.noteMissing=!e&&!n,this.noteMissing||t(e,n)}back(e,t){return v`<a class="button quiet back" href=${e}>${x(u)}${t}</a>`}fact(e,t){return v`<dt>${e}</dt><dd>${t}</dd>`}by(e,t,n){return n?this.fact(e,v`<b>${t??``}</b>${t?`, `:``}${N(n,this.language)}`):y}decision({ask:e,hint:n,yes:r},i){return v`<section class="card decide" aria-labelledby="decide">
      <h2 id="decide">${t(`Chờ bạn duyệt`)}</h2>
      <p>${e}</p>
      <label for="note">${t(`Ghi chú`)}</label>
      <textarea
        id="note"
        maxlength=${Ti}
        aria-invalid=${this.noteMissing?`true`:y}
        aria-describedby="note-hint"
      ></textarea>
      <p class=${this.noteMissing?`missing`:`hint`} id="note-hint">${n}</p>
      <div class="row">
        <button class="primary" ?disabled=${this.busy} @click=${()=>this.answer(!0,i)}>${x(ee)}${r}</button>
        <button ?disabled=${this.busy} @click=${()=>this.answer(!1,i)}>${x(ce)}${t(`Từ chối`)}</button>
      </div>
    </section>`}};B([w()],X.prototype,`shown`,void 0),B([w()],X.prototype,`busy`,void 0),B([w()],X.prototype,`noteMissing`,void 0);var Ei={waiting:()=>t(`Chờ duyệt`),refused:()=>t(`Không được duyệt`),held:()=>t(`Đang giữ`),lifted:()=>t(`Đã bỏ giữ`),ended:()=>t(`Đã hết hạn giữ`)},Di={waiting:`wait`,refused:``,held:`main`,lifted:``,ended:``},Oi=e=>Ei[e](),ki=864e5;function Ai(e,r){let i=Math.max(0,Math.ceil((Date.parse(e)-r.getTime())/ki));return t(n`còn ${i} ngày`)}var ji=500,Mi=class extends X{constructor(...e){super(...e),this.news=`hold`,this.reasonMissing=!1,this.opened=new Set}static{this.styles=[...X.styles,h`
      .why .row {
        margin-top: 1rem;
      }
      .items {
        margin-top: 0.9rem;
      }
      .items li {
        padding: 0.9rem 0;
        border-top: 1px solid var(--mt-line);
        display: grid;
        gap: 0.6rem;
      }
      .items img {
        width: 100%;
        border-radius: 10px;
      }
    `]}find(e){return k.hold(e)}async lift(e){e.state===`waiting`?await Ci({title:t(n`Rút đề nghị cho vụ việc ${e.case_number}?`),text:t(`Chưa có gì được giữ. Đề nghị này không chờ ai duyệt nữa.`),deed:t(`Rút đề nghị`),danger:!0})&&await this.deed(()=>k.liftHold(e.id),t(`Đã rút đề nghị.`)):await Ci({title:t(n`Bỏ giữ cho vụ việc ${e.case_number}?`),text:t(`Bản giữ riêng bị xoá ngay và không lấy lại được. Chủ hộ đã rút lại sẽ nhận biên nhận thứ hai.`),deed:t(`Bỏ giữ và xoá`),danger:!0})&&await this.deed(()=>k.liftHold(e.id),t(`Đã bỏ giữ. Bản giữ riêng đang được xoá.`))}async open(e){let n=this.required(`reason`);this.reasonMissing=!n,n&&await this.deed(()=>k.sayWhy(e.id,n),t(`Đã ghi lý do. Bạn xem được trong 15 phút.`))}get isOpen(){let e=this.shown?.open_until;return!!e&&Date.parse(e??``)>this.now.getTime()}moderation(e){let r={ask:t(n`${e.asked_by} đề nghị giữ. Hãy đối chiếu căn cứ: có đúng vụ việc, có cần cả những mục này, có cần lâu đến thế?`),hint:t(`Khi từ chối, hãy nói vì sao.`),yes:t(`Duyệt và giữ`)};return this.decision(r,async(n,r)=>{let i=t(n?`Đã duyệt. Từ lúc này các mục được giữ riêng.`:`Đã từ chối. Không giữ gì.`);await this.deed(()=>k.decideHold(e.id,n,r),i)})}amount({state:e,items:r}){return t(e===`held`?n`${r} mục đang được giữ riêng.`:e===`waiting`?n`${r} mục sẽ được giữ riêng nếu được duyệt.`:n`${r} mục`)}why(e){return this.isOpen&&e.open_until?v`<p class="muted">${t(n`Bạn xem được đến ${M(e.open_until,this.language)}. Mỗi lần mở đều được ghi và báo cho chủ hộ.`)}</p>`:v`<div class="why">
      <label for="reason">${t(`Vì sao bạn cần xem?`)}</label>
      <textarea
        id="reason"
        maxlength=${ji}
        aria-invalid=${this.reasonMissing?`true`:y}
        aria-describedby="reason-hint"
      ></textarea>
      <p class=${this.reasonMissing?`missing`:`hint`} id="reason-hint">${t(`Lý do và vụ việc được báo cho chủ hộ.`)}</p>
      <div class="row">
        <button class="primary" ?disabled=${this.busy} @click=${()=>this.open(e)}>${x(pe)}${t(`Ghi lý do và xem`)}</button>
      </div>
    </div>`}picture(e){if(!this.isOpen||!e.url||e.kind===`event`)return y;if(!this.opened.has(e.id))return v`<div>
        <button
          @click=${()=>{this.opened=new Set([...this.opened,e.id])}}
        >
          ${x(pe)}${e.kind===`clip`?t(`Xem đoạn video`,{id:`look-at-clip`}):t(`Xem ảnh`,{id:`look-at-still`})}
        </button>
      </div>`;let r=t(n`${e.camera.name}, ${N(e.started_at,this.language,!0)}`);return e.kind===`clip`?v`<mt-player src=${e.url} label=${r} autoplay></mt-player>`:v`<img src=${e.url} alt=${r} />`}item(e){return v`<li>
      <div>
        <b>${{event:t(`Sự kiện`,{id:`one-event`}),still:t(`Ảnh`),clip:t(`Đoạn video`)}[e.kind]}, ${N(e.started_at,this.language,!0)}</b>
        ${e.withdrawn?v`<span class="chip bad">${t(`Chủ hộ đã rút lại`)}</span>`:y}
        <p class="muted small">${e.household.name} · ${e.camera.name}</p>
      </div>
      ${this.picture(e)}
    </li>`}facts(e){let n=e.state===`refused`?t(`Người từ chối`):t(`Người duyệt`),r=e.state===`held`?` (${Ai(e.until,this.now)})`:``,i=e.state!==`waiting`;return v`<section class="card" aria-labelledby="facts">
      <h2 id="facts">${t(`Căn cứ và thời hạn`)}</h2>
      <dl class="facts">
        ${this.fact(t(`Căn cứ`),v`<span class="reason">${e.basis}</span>`)}
        ${this.fact(t(`Giữ đến`),`${j(e.until,this.language)}${r}`)}
        ${this.by(t(`Người đề nghị`),e.asked_by,e.asked_at)}
        ${i?this.by(n,e.decided_by,e.decided_at):y}
        ${e.decision_note?this.fact(t(`Ghi chú`),v`<span class="reason">${e.decision_note}</span>`):y}
        ${this.by(t(`Hết giữ lúc`),e.ended_by,e.ended_at)}
        ${e.deleted?this.fact(t(`Bản giữ riêng`),t(`đã xoá, khoá đã huỷ`)):y}
      </dl>
      ${this.ending(e)}
    </section>`}ending(e){if(!e.may_lift||e.may_decide)return y;let n=e.state===`waiting`?t(`Rút đề nghị…`):t(`Bỏ giữ…`);return v`<br /><button class="danger outline" ?disabled=${this.busy} @click=${()=>this.lift(e)}>${n}</button>`}render(){let e=this.shown,r=this.back(`/holds`,t(`Giữ theo luật`));return e?v`${r}
      <div class="head">
        <div>
          <h1>${t(n`Vụ việc ${e.case_number}`)}</h1>
          <p>${this.amount(e)}</p>
        </div>
        <span class="chip ${Di[e.state]}">${Oi(e.state)}</span>
      </div>
      <div class="layout">
        <div class="stack">
          ${e.may_decide?this.moderation(e):y}
          <section class="card" aria-labelledby="items">
            <h2 id="items">${t(`Những gì được giữ`)}</h2>
            ${e.state===`held`?this.why(e):y}
            <ul class="items">${e.named.map(e=>this.item(e))}</ul>
          </section>
        </div>
        <div class="stack">${this.facts(e)}</div>
      </div>`:v`${r}${this.failure?this.failed():this.skeletons(3)}`}};B([w()],Mi.prototype,`reasonMissing`,void 0),B([w()],Mi.prototype,`opened`,void 0),Mi=B([S(`mt-hold-page`)],Mi);var Ni=class extends H{constructor(...e){super(...e),this.holds=null,this.more=!1}static{this.styles=[...I,h`
      a.card {
        display: grid;
        gap: 0.4rem;
        color: inherit;
        text-decoration: none;
      }
      a.card:hover {
        border-color: var(--mt-primary);
      }
      a.card.mine {
        border: 2px solid var(--mt-gold);
      }
      .top {
        display: flex;
        justify-content: space-between;
        align-items: flex-start;
        gap: 0.75rem;
      }
      .basis {
        overflow-wrap: anywhere;
      }
    `]}listen(){this.until(A.on(`hold`,e=>this.holds&&this.take([e]))),this.until(A.on(`line`,e=>e&&void this.read()))}take(e){let t=new Map([...this.holds??[],...e].map(e=>[e.id,e]));this.holds=[...t.values()].sort((e,t)=>t.seq-e.seq)}async load(){let e=await k.holds();this.holds=e.holds,this.more=e.more}async older(){let e=this.holds?.at(-1);e&&await this.attempt(async()=>{let t=await k.holds(e.seq);this.take(t.holds),this.more=t.more})}card(e){let r=j(e.until,this.language);return v`<a class="card ${e.may_decide?`mine`:``}" href="/holds/${e.id}">
      <div class="top">
        <h2>${t(n`Vụ việc ${e.case_number}`)}</h2>
        <span class="chip ${Di[e.state]}">${e.may_decide?t(`Chờ bạn duyệt`):Oi(e.state)}</span>
      </div>
      <p class="basis">${e.basis}</p>
      <p class="muted small">
        ${t(n`${e.items} mục`)} ·
        ${e.state===`held`?t(n`đến ${r}, ${Ai(e.until,this.now)}`):t(n`đến ${r}`)} ·
        ${t(n`${e.asked_by} đề nghị ${P(e.asked_at,this.now,this.language)}`)}
      </p>
    </a>`}list(){return this.holds?this.holds.length?v`<ul class="stack">${z([...this.holds].sort((e,t)=>Number(t.may_decide)-Number(e.may_decide)),e=>e.id,e=>v`<li>${this.card(e)}</li>`)}</ul>
      ${this.more?v`<br /><button @click=${this.older}>${t(`Xem thêm`)}</button>`:y}`:v`<div class="card empty">
        ${x(ge,``,52)}
        <h2>${t(`Chưa giữ gì`)}</h2>
        <p>${t(`Khi một sự kiện hay đoạn video là chứng cứ của vụ việc, mở nó ra rồi bấm “Giữ cho vụ việc”. Một cán bộ khác phải duyệt.`)}</p>
      </div>`:this.failure?this.failed():this.skeletons(3)}render(){return v`<div class="head">
        <div>
          <h1>${t(`Giữ theo luật`)}</h1>
          <p>${t(`Những gì vụ việc cần giữ dù chủ hộ rút lại. Chủ hộ được báo vụ việc nào, căn cứ nào, đến ngày nào.`)}</p>
        </div>
      </div>
      ${this.list()}`}};B([w()],Ni.prototype,`holds`,void 0),B([w()],Ni.prototype,`more`,void 0),Ni=B([S(`mt-holds-page`)],Ni);var Pi=60,Fi=500,Ii=40,Li=864e5,Ri=e=>new Date(e.getTime()-e.getTimezoneOffset()*6e4).toISOString().slice(0,10),zi=class extends H{constructor(...e){super(...e),this.busy=!1,this.missing=!1}static{this.styles=[...I,h`
      form {
        display: grid;
        gap: 1.1rem;
        max-width: 40rem;
      }
      .back {
        margin: -0.4rem 0 0.6rem -0.7rem;
      }
      .missing {
        color: var(--mt-danger);
        font-weight: 600;
      }
    `]}named(e){return(this.query.get(e)??``).split(`,`).filter(Boolean)}async send(e){e.preventDefault();let n=new FormData(e.target),r=e=>String(n.get(e)??``).trim(),[i,a,o]=[r(`case_number`),r(`basis`),r(`until`)];if(this.missing=!i||!a||!o,this.missing)return;this.busy=!0;let s={case_number:i,basis:a,until:new Date(`${o}T23:59:59`).toISOString(),event_ids:this.named(`events`),clip_ids:this.named(`clips`)},c=await this.attempt(async()=>{L(`/holds/${(await k.askHold(s)).id}`,!0)});this.busy=!1,c&&V(t(`Đã đề nghị. Một cán bộ khác phải duyệt; từ lúc duyệt mới bắt đầu giữ.`))}render(){let e=this.named(`events`).length+this.named(`clips`).length,r=new Date(this.now.getTime()+Li),i=new Date(this.now.getTime()+Pi*Li),a=new Date(this.now.getTime()+364*Li);return v`<a class="button quiet back" href="/holds">${x(u)}${t(`Giữ theo luật`)}</a>
      <div class="head">
        <div>
          <h1>${t(`Giữ cho một vụ việc`)}</h1>
          <p>${t(n`${e} mục. Chỉ giữ những gì vụ việc thật cần, và không lâu hơn cần thiết.`)}</p>
        </div>
      </div>
      <form
        class="card"
        @submit=${this.send}
        @input=${()=>{this.missing=!1}}
      >
        <div>
          <label for="case">${t(`Số vụ việc`)}</label>
          <input id="case" name="case_number" maxlength=${Ii} placeholder="123/2026" />
        </div>
        <div>
          <label for="basis">${t(`Căn cứ pháp lý`)}</label>
          <textarea id="basis" name="basis" maxlength=${Fi}></textarea>
          <p class="hint">${t(`Văn bản nào, số nào, ngày nào. Chủ hộ đọc được câu này.`)}</p>
        </div>
        <div>
          <label for="until">${t(`Giữ đến hết ngày`)}</label>
          <input id="until" name="until" type="date" min=${Ri(r)} max=${Ri(a)} .value=${Ri(i)} />
          <p class="hint">${t(`Đến ngày đó tự động xoá. Lâu nhất một năm; cần lâu hơn thì đề nghị lại.`)}</p>
        </div>
        ${this.missing?v`<p class="missing" role="alert">${t(`Hãy ghi đủ số vụ việc, căn cứ và ngày.`)}</p>`:y}
        <div>
          <button class="primary" ?disabled=${this.busy||e===0}>${x(ge)}${t(`Đề nghị giữ`)}</button>
        </div>
      </form>`}};B([w()],zi.prototype,`busy`,void 0),B([w()],zi.prototype,`missing`,void 0),zi=B([S(`mt-new-hold-page`)],zi);var Bi=h`
  .waiting {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0.75rem 2rem;
    border: 2px solid var(--mt-gold);
  }
  .waiting h2 {
    margin-top: 0.5rem;
    font-size: 1.25rem;
  }
  .code {
    text-align: center;
    padding: 0.6rem 1.4rem 0.8rem;
    border-radius: var(--mt-radius-small);
    background: var(--mt-gold-soft);
    grid-row: span 2;
    align-self: center;
  }
  .code .label {
    margin: 0;
    color: var(--mt-gold);
  }
  .digits {
    display: flex;
    justify-content: center;
    gap: 0.9rem;
    font: 700 clamp(2.2rem, 7vw, 3.1rem) / 1.15 var(--mt-mono);
    letter-spacing: 0.08em;
    font-variant-numeric: tabular-nums;
  }
  .explain {
    max-width: 62ch;
  }
  .waiting .row {
    grid-column: 1 / -1;
  }
  @media (max-width: 760px) {
    .waiting {
      grid-template-columns: minmax(0, 1fr);
    }
    .code {
      grid-row: auto;
      align-self: auto;
    }
    .waiting .row > * {
      width: 100%;
    }
  }
`,Vi=3e5,Hi=class extends H{constructor(...e){super(...e),this.households=null,this.busy=``}static{this.styles=[...I,Bi]}listen(){this.until(A.on(`household`,e=>this.take(e))),this.until(A.on(`line`,e=>e&&void this.read()))}async load(){this.households=await k.households()}take(e){let t=(this.households??[]).filter(t=>t.id!==e.id);this.households=[e,...t]}async decide(e,t,n){this.busy=e.id,await this.attempt(t)&&V(n),this.busy=``,await this.read(),window.dispatchEvent(new Event(`mt-households`))}confirm(e){let r=t(n`Đã xác nhận ${e.name}. Chủ hộ giờ có thể chọn camera để chia sẻ.`);this.decide(e,()=>k.confirm(e.id),r)}async refuse(e){await Ci({title:t(n`Từ chối ${e.name}?`),text:t(`Hộ này sẽ không gửi được gì. Muốn tham gia lại phải có lời mời mới.`),deed:t(`Từ chối`),danger:!0})&&await this.decide(e,()=>k.refuse(e.id),t(n`Đã từ chối ${e.name}.`))}waiting(e){let r=e.comparison_code??``,i=this.busy===e.id;return v`<article class="card waiting" aria-labelledby="name-${e.id}">
      <div>
        <span class="chip wait">${t(`Chờ đối chiếu`)}</span>
        <h2 id="name-${e.id}">${e.name}</h2>
        <p class="muted small">${t(n`Gửi lời xin tham gia ${P(e.paired_at,this.now,this.language)}`)}</p>
      </div>
      <div class="code">
        <p class="label">${t(`Mã đối chiếu`)}</p>
        <p class="digits" aria-label=${[...r].join(` `)}><span>${r.slice(0,3)}</span><span>${r.slice(3)}</span></p>
      </div>
      <p class="explain">
        ${t(`Gọi cho chủ hộ, hoặc gặp trực tiếp, và cùng đọc sáu chữ số đang hiện trong Home Assistant của họ. Giống hệt thì xác nhận; khác dù một số thì từ chối, vì có người đang đứng giữa.`)}
      </p>
      <div class="row">
        <button class="primary" ?disabled=${i} @click=${()=>this.confirm(e)}>
          ${x(ee)}${t(`Mã giống nhau, xác nhận`)}
        </button>
        <button ?disabled=${i} @click=${()=>this.refuse(e)}>${x(ce)}${t(`Từ chối`)}</button>
      </div>
    </article>`}contact(e){if(e.state===`refused`)return v`<span class="chip bad">${t(`Đã từ chối`)}</span>`;let r=e.last_heartbeat_at;if(!r)return v`<span class="chip">${t(`Chưa liên lạc`)}</span>`;let i=this.now.getTime()-Date.parse(r)>Vi,a=P(r,this.now,this.language);return v`<span class="chip ${i?`bad`:`live`}" title=${N(r,this.language,!0)}>
      ${t(i?n`Im lặng từ ${a}`:`Đang liên lạc`)}
    </span>`}row(e){return v`<tr>
      <td>
        <b>${e.name}</b>
        <div class="muted small">${e.software}</div>
      </td>
      <td>${this.contact(e)}</td>
      <td class="numbers">
        ${e.state===`confirmed`?v`<a href="/feed?household=${e.id}">${t(n`${e.cameras} camera`)}</a>`:y}
      </td>
      <td class="numbers">${e.queue_length?t(n`${e.queue_length} mục đang chờ gửi`):y}</td>
      <td class="numbers muted">${t(n`Tham gia ${N(e.paired_at,this.language)}`)}</td>
    </tr>`}list(){if(!this.households)return this.failure?this.failed():this.skeletons(3);if(!this.households.length)return v`<div class="card empty">
        ${x(c,``,52)}
        <h2>${t(`Chưa có hộ nào tham gia`)}</h2>
        <p>${t(`Tạo một lời mời, đưa mã QR cho chủ hộ. Khi họ quét, hộ đó hiện ra ở đây để bạn đối chiếu mã.`)}</p>
        <a class="button primary" href="/invite">${t(`Tạo lời mời`)}</a>
      </div>`;let e=this.households.filter(e=>e.state===`waiting`),n=this.households.filter(e=>e.state!==`waiting`).sort((e,t)=>e.name.localeCompare(t.name,`vi`));return v`<div class="stack">
      ${z(e,e=>e.id,e=>this.waiting(e))}
      ${n.length?v`<div class="card table">
              <table>
                <thead>
                  <tr>
                    <th scope="col">${t(`Hộ`)}</th>
                    <th scope="col">${t(`Liên lạc`)}</th>
                    <th scope="col">${t(`Camera chia sẻ`)}</th>
                    <th scope="col">${t(`Hàng chờ`)}</th>
                    <th scope="col">${t(`Từ khi nào`)}</th>
                  </tr>
                </thead>
                <tbody>
                  ${n.map(e=>this.row(e))}
                </tbody>
              </table>
            </div>`:y}
    </div>`}render(){return v`<div class="head">
        <div>
          <h1>${t(`Hộ tham gia`)}</h1>
          <p>${t(`Chỉ hộ đã đối chiếu mã mới gửi được hình, và chỉ những gì họ đồng ý.`)}</p>
        </div>
        <a class="button" href="/invite">${t(`Mời thêm hộ`)}</a>
      </div>
      ${this.list()}`}};B([w()],Hi.prototype,`households`,void 0),B([w()],Hi.prototype,`busy`,void 0),Hi=B([S(`mt-households-page`)],Hi);var Ui=h`
  .make {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0.9rem 1rem;
    align-items: start;
  }
  .make button {
    margin-top: 1.75rem;
  }
  .make .wrong {
    grid-column: 1 / -1;
  }
  .made {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 1.75rem;
    align-items: center;
    border: 2px solid var(--mt-primary);
  }
  .paper {
    padding: 0.9rem;
    border-radius: var(--mt-radius-small);
    background: #fff;
    color: #000;
    border: 1px solid var(--mt-line);
  }
  .paper .qr {
    display: block;
    max-width: 100%;
    height: auto;
  }
  .link {
    padding: 0.7rem 0.9rem;
    border-radius: 10px;
    background: var(--mt-sunken);
    font-size: 0.85rem;
    user-select: all;
  }
  .deeds {
    text-align: right;
  }
  .deeds button {
    min-height: 2.25rem;
    margin-block: -0.3rem;
  }
  @media (max-width: 760px) {
    .made {
      grid-template-columns: minmax(0, 1fr);
      justify-items: center;
    }
    .made .stack {
      width: 100%;
    }
    .make {
      grid-template-columns: minmax(0, 1fr);
    }
    .make button {
      margin: 0;
    }
    .deeds {
      text-align: left;
      margin-left: -0.7rem;
    }
    .deeds:empty {
      display: none;
    }
  }
`,Wi=/^[MmLlHhVvZz\d\s.,-]+$/,Gi=/^scale\([\d.]+\)$/;function Ki(e){let t=new DOMParser().parseFromString(e,`image/svg+xml`).documentElement,n=Number.parseFloat(t.getAttribute(`width`)??``),r=t.getAttribute(`viewBox`)??(n>0?`0 0 ${n} ${n}`:``),i=[...t.querySelectorAll(`path`)].filter(e=>![`#fff`,`#ffffff`,`white`].includes(e.getAttribute(`fill`)??``)).map(e=>({d:e.getAttribute(`d`)??``,transform:e.getAttribute(`transform`)??``,stroked:e.hasAttribute(`stroke`)})).filter(e=>Wi.test(e.d)&&(!e.transform||Gi.test(e.transform)));return/^[\d.\s]+$/.test(r)&&i.length?{viewBox:r,paths:i}:null}var qi=4;function Ji({viewBox:e,paths:t}){let n=Number.parseFloat(t[0]?.transform.slice(6)??``)||1;return Math.round(Number.parseFloat(e.trim().split(/\s+/)[2]??``)/n*qi)}function Yi(e,t){let n=Ki(e);if(!n)return null;let r=n.paths.map(e=>kt`<path d=${e.d} transform=${e.transform} fill=${e.stroked?`none`:`#000`} stroke=${e.stroked?`#000`:`none`} />`);return v`<svg class="qr" width=${Ji(n)} height=${Ji(n)} viewBox=${n.viewBox} role="img" aria-label=${t} shape-rendering="crispEdges">${r}</svg>`}var Xi={vi:{title:`Giấy mời tham gia camera an ninh`,lead:`Mời gia đình cùng giữ an ninh khu dân cư bằng camera của chính nhà mình.`,steps:[`Mở Home Assistant của gia đình: Cài đặt → Thiết bị & dịch vụ → Mắt Thần → Thêm trung tâm.`,`Quét mã QR này, hoặc gõ đường dẫn bên dưới.`,`Đọc bản thông báo: ai quản lý, dùng vào việc gì, lưu bao lâu.`,`Đối chiếu sáu chữ số với cán bộ, rồi tự chọn camera muốn chia sẻ.`],promise:`Không có sự đồng ý của gia đình, không hình ảnh nào rời khỏi nhà. Rút lại lúc nào cũng được; trung tâm xoá và gửi biên nhận.`,until:`Có giá trị đến`},en:{title:`Invitation to share a security camera`,lead:`Please help to keep the neighbourhood safe with your own camera.`,steps:[`Open your Home Assistant: Settings → Devices & services → Mắt Thần → Add hub.`,`Scan this QR code, or type the link below.`,`Read the statement: who runs the hub, what for, how long footage is kept.`,`Compare the six digits with the officer, then choose the cameras you want to share.`],promise:`Without your consent no picture leaves your home. You may withdraw at any time; the hub deletes and sends a receipt.`,until:`Valid until`}},Zi=h`
  .sheet {
    display: none;
  }
  @media print {
    :host > :not(.sheet) {
      display: none !important;
    }
    .sheet {
      display: block;
      color: #000;
      font-size: 11pt;
    }
    .sheet header {
      display: flex;
      align-items: center;
      gap: 12pt;
      border-bottom: 1pt solid #000;
      padding-bottom: 10pt;
      margin-bottom: 14pt;
    }
    .sheet .code {
      text-align: center;
      margin: 14pt 0;
    }
    .sheet .qr {
      width: 6.2cm;
      height: 6.2cm;
    }
    .sheet .mono {
      font-size: 8.5pt;
    }
    .sheet .both {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 18pt;
    }
    .sheet ol {
      padding-left: 14pt;
      margin: 8pt 0;
    }
    .sheet li {
      margin-bottom: 4pt;
    }
    .sheet strong {
      display: block;
      margin-top: 8pt;
    }
  }
`;function Qi(e,t){return v`<section class="sheet" aria-hidden="true">
    <header>
      ${Yt(52)}
      <div><h2>${t.name}</h2><p>${t.commune}</p></div>
    </header>
    <div class="code">
      ${Yi(e.qr_svg,`QR`)}
      <p class="mono">${e.link}</p>
      <p>${Xi.vi.until} · ${Xi.en.until}: <b>${N(e.expires_at,`vi`)}</b></p>
    </div>
    <div class="both">
      ${Object.entries(Xi).map(([e,t])=>v`<div lang=${e}>
          <h2>${t.title}</h2>
          <p>${t.lead}</p>
          <ol>
            ${t.steps.map(e=>v`<li>${e}</li>`)}
          </ol>
          <strong>${t.promise}</strong>
        </div>`)}
    </div>
  </section>`}var $i={open:`main`,used:`live`,expired:``,revoked:``},ea=class extends H{constructor(...e){super(...e),this.invitations=null,this.made=null,this.busy=!1,this.refusal=null}static{this.styles=[...I,Ui,Zi]}listen(){this.until(A.on(`household`,()=>void this.read()))}async load(){this.invitations=await k.invitations()}async make(e){if(e.preventDefault(),this.busy)return;let t=e.target;this.busy=!0,this.refusal=null;try{this.made=await k.invite(String(new FormData(t).get(`note`)).trim()),t.reset(),await this.read(),await this.updateComplete,this.renderRoot.querySelector(`#made`)?.focus()}catch(e){this.refusal=e}finally{this.busy=!1}}async revoke(e){await Ci({title:t(n`Thu hồi lời mời “${e.note}”?`),text:t(`Mã QR và đường dẫn đã đưa ra sẽ không dùng được nữa.`),deed:t(`Thu hồi`),danger:!0})&&await this.attempt(()=>k.revoke(e.id))&&(this.made?.id===e.id&&(this.made=null),V(t(`Đã thu hồi lời mời.`)),await this.read())}form(){return v`<form class="card make" @submit=${this.make}>
      <div>
        <label for="note">${t(`Mời ai`)}</label>
        <input
          id="note"
          name="note"
          required
          maxlength="80"
          autocomplete="off"
          placeholder=${t(`Ví dụ: Ông Tư, số 12 ngõ 8`)}
          aria-describedby="note-hint"
        />
        <p class="hint" id="note-hint">${t(`Chỉ cán bộ thấy dòng ghi chú này.`)}</p>
      </div>
      <button class="primary" ?disabled=${this.busy}>${this.busy?t(`Đang tạo…`):t(`Tạo lời mời`)}</button>
      ${this.wrong(this.refusal)}
    </form>`}handOver(e){return v`<section class="card made" id="made" tabindex="-1" aria-labelledby="made-title">
      <div class="paper">
        ${Yi(e.qr_svg,t(`Mã QR của lời mời`))??t(`Không vẽ được mã QR. Hãy dùng đường dẫn.`)}
      </div>
      <div class="stack">
        <h2 id="made-title">${t(`Lời mời đã sẵn sàng`)}</h2>
        <p>${t(`Đưa mã QR hoặc đường dẫn cho chủ hộ. Mã chỉ hiện một lần này, chỉ dùng được một lần.`)}</p>
        <code class="link mono">${e.link}</code>
        <p class="small muted">
          ${t(n`Hết hạn ${P(e.expires_at,this.now,this.language)} (${N(e.expires_at,this.language)})`)}
        </p>
        <div class="row">
          <button class="primary" @click=${()=>Tr(e.link)}>${x(ue)}${t(`Chép đường dẫn`)}</button>
          <button @click=${()=>window.print()}>${x(Ee)}${t(`In giấy mời`)}</button>
          <button
            class="quiet"
            @click=${()=>{this.made=null}}
          >
            ${t(`Xong`)}
          </button>
        </div>
      </div>
    </section>`}row(e){return v`<tr>
      <td>
        <b>${e.note}</b>
        ${e.household?v`<div class="muted small">→ ${e.household.name}</div>`:y}
      </td>
      <td><span class="chip ${$i[e.state]}">${Jn(e.state)}</span></td>
      <td class="numbers">${t(n`Tạo ${N(e.created_at,this.language)}`)}</td>
      <td class="numbers">
        ${e.state===`open`?t(n`Hết hạn ${P(e.expires_at,this.now,this.language)}`):y}
      </td>
      <td class="deeds">
        ${e.state===`open`?v`<button class="quiet" aria-label=${t(n`Thu hồi lời mời ${e.note}`)} @click=${()=>this.revoke(e)}>
                ${t(`Thu hồi`)}
              </button>`:y}
      </td>
    </tr>`}list(){return this.invitations?this.invitations.length?v`<div class="card table">
      <table>
        <thead>
          <tr>
            <th scope="col">${t(`Mời ai`)}</th>
            <th scope="col">${t(`Tình trạng`)}</th>
            <th scope="col">${t(`Tạo lúc`)}</th>
            <th scope="col">${t(`Hạn dùng`)}</th>
            <th scope="col"><span class="unseen">${t(`Việc`)}</span></th>
          </tr>
        </thead>
        <tbody>
          ${this.invitations.map(e=>this.row(e))}
        </tbody>
      </table>
    </div>`:y:this.failure?this.failed():this.skeletons(1)}render(){return v`<div class="head">
        <div>
          <h1>${t(`Lời mời`)}</h1>
          <p>
            ${t(`Mỗi lời mời cho một hộ, dùng một lần, trong 24 giờ. Chủ hộ quét bằng Home Assistant; chưa đồng ý thì chưa có gì được gửi.`)}
          </p>
        </div>
      </div>
      <div class="stack">
        ${this.made?this.handOver(this.made):y} ${this.form()} ${this.list()}
      </div>
      ${this.made?Qi(this.made,W.hub):y}`}};B([w()],ea.prototype,`invitations`,void 0),B([w()],ea.prototype,`made`,void 0),B([w()],ea.prototype,`busy`,void 0),B([w()],ea.prototype,`refusal`,void 0),ea=B([S(`mt-invite-page`)],ea);var ta=[2,5,10,15];function na(e,t){let n=Math.max(0,Math.round((Date.parse(e)-t.getTime())/1e3));return`${Math.floor(n/60)}:${String(n%60).padStart(2,`0`)}`}function ra(e){if(e.state===`unanswered`)return t(`Chủ hộ không trả lời, nên không xem được. Không ai bị hỏi vì sao.`);switch(e.ending){case`cut`:return t(`Chủ hộ đã dừng việc xem.`);case`officer`:return t(`Đã dừng từ phía trung tâm.`);case`unwatched`:return t(`Đã tự dừng vì không còn ai xem.`);case`camera`:return t(`Camera không còn hình.`);case`consent`:return t(`Chủ hộ đã rút lại hoặc tạm dừng chia sẻ.`);default:return t(`Đã hết thời gian xem.`)}}var ia=e=>t(n`${Math.round(e/60)} phút`),aa=1e3,oa=40,sa=class extends H{constructor(...e){super(...e),this.camera=null,this.missing=!1,this.busy=!1,this.refusal=null,this.ask=async e=>{e.preventDefault();let{camera:t}=this;if(!t||this.busy)return;let n=new FormData(e.target),r=String(n.get(`reason`)).trim();if(this.missing=!r,this.missing)this.renderRoot.querySelector(`#reason`)?.focus();else{this.busy=!0,this.refusal=null;try{L(`/live/${(await k.askLive({household_id:t.household.id,camera_id:t.id,reason:r,longest_s:Number(n.get(`minutes`))*60,case_number:String(n.get(`case_number`)).trim()||null})).id}`,!0)}catch(e){this.refusal=e}finally{this.busy=!1}}}}static{this.styles=[...I,h`
      :host {
        max-width: 46rem;
        margin-inline: auto;
      }
      .back {
        margin: -0.4rem 0 0.6rem -0.7rem;
      }
      form {
        display: grid;
        gap: 1.1rem;
        padding: clamp(1.1rem, 4vw, 2rem);
      }
      .camera {
        display: grid;
        grid-template-columns: 11rem minmax(0, 1fr);
        gap: 1rem;
        align-items: center;
      }
      mt-still {
        border-radius: 10px;
        overflow: hidden;
      }
      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr));
        gap: 1rem;
      }
      .says {
        padding: 0.75rem 0.9rem;
        border-radius: 10px;
        background: var(--mt-primary-soft);
        color: var(--mt-on-primary-soft);
      }
      .missing {
        color: var(--mt-danger);
        font-weight: 600;
        font-size: 0.875rem;
        margin-top: 0.3rem;
      }
      .deeds {
        justify-content: flex-end;
      }
      @media (max-width: 560px) {
        .camera {
          grid-template-columns: minmax(0, 1fr);
        }
        .deeds > * {
          width: 100%;
        }
      }
    `]}async load(){let[e,t]=[this.query.get(`household`),this.query.get(`camera`)],[n,{views:r}]=await Promise.all([k.cameras(),k.liveViews()]),i=r.find(n=>n.household.id===e&&n.camera.id===t);if(i)return L(`/live/${i.id}`,!0);if(this.camera=n.find(n=>n.household.id===e&&n.id===t)??null,!this.camera)throw new T(`not-found`,404)}refused(){let{refusal:e}=this;if(!(e instanceof T))return this.wrong(e);let r={conflict:()=>t(`Camera này đang có người xin xem hoặc đang xem. Hãy mở lại trang Camera.`),validation:()=>t(`Lúc này hộ không cho xin xem camera này: ngoài giờ đã đồng ý, hoặc vừa tạm dừng chia sẻ.`),quota:()=>t(n`Đã xin quá nhiều lần. Hãy đợi ${Math.ceil((e.retryAfterS??60)/60)} phút nữa.`)}[e.kind]?.();return r?v`<div class="wrong" role="alert">${r}</div>`:this.wrong(e)}fields(e){return v`<div class="camera">
        <mt-still src=${e.last_still_url??y} alt=""></mt-still>
        <div>
          <h2>${e.name}</h2>
          <p class="muted">${e.household.name}</p>
        </div>
      </div>
      <div>
        <label for="reason">${t(`Vì sao cần xem ngay, nói cho chủ hộ hiểu`)}</label>
        <textarea
          id="reason"
          name="reason"
          maxlength=${aa}
          aria-invalid=${this.missing?`true`:y}
          aria-describedby="reason-hint reason-missing"
        ></textarea>
        <p class="hint" id="reason-hint">${t(`Chủ hộ đọc nguyên văn trước khi trả lời. Đừng ghi tên người bị nghi.`)}</p>
        ${this.missing?v`<p class="missing" id="reason-missing">${t(`Hãy viết vì sao cần xem.`)}</p>`:y}
      </div>
      <div class="pair">
        <div>
          <label for="minutes">${t(`Xem nhiều nhất`)}</label>
          <select id="minutes" name="minutes">
            ${ta.map(e=>v`<option value=${e} ?selected=${e===5}>${t(n`${e} phút`)}</option>`)}
          </select>
        </div>
        <div>
          <label for="case_number">${t(`Số vụ việc (nếu có)`)}</label>
          <input id="case_number" name="case_number" maxlength=${oa} autocomplete="off" />
        </div>
      </div>
      <p class="says">
        ${t(`Chủ hộ có 2 phút để trả lời; không trả lời nghĩa là không. Trong khi xem, nhà họ thấy dấu đỏ và dừng được ngay. Trung tâm không lưu lại hình, chỉ ghi ai đã xem và vì sao.`)}
      </p>`}render(){return v`<a class="button quiet back" href="/cameras">${x(u)}${t(`Mọi camera`)}</a>
      <form class="card" novalidate @submit=${this.ask}>
        <h1>${t(`Xin xem trực tiếp`)}</h1>
        ${this.camera?this.fields(this.camera):this.failure?this.failed():this.skeletons(2)} ${this.refused()}
        <div class="row deeds">
          <button class="primary" ?disabled=${this.busy||!this.camera}>
            ${x(Re)}${this.busy?t(`Đang gửi…`):t(`Xin chủ hộ`)}
          </button>
        </div>
      </form>`}};B([w()],sa.prototype,`camera`,void 0),B([w()],sa.prototype,`missing`,void 0),B([w()],sa.prototype,`busy`,void 0),B([w()],sa.prototype,`refusal`,void 0),sa=B([S(`mt-ask-live-page`)],sa);var ca=2208988800,la=16777216;function ua(e,t){return String.fromCharCode(...e.subarray(t+4,t+8))}function da(e,t){let n=[...t].map(e=>e.charCodeAt(0));for(let t=0;t+8<=e.length;t++)if(n.every((n,r)=>e[t+r]===n))return t;return-1}function fa(e,t){return new DataView(e.buffer,e.byteOffset).getUint32(t)}function pa(e,t){return Number(new DataView(e.buffer,e.byteOffset).getBigUint64(t))}function ma(e){let t=da(e,`avcC`);if(t<0)throw Error(`no H.264`);return`avc1.${[...e.subarray(t+5,t+8)].map(e=>e.toString(16).padStart(2,`0`)).join(``)}`}function ha(e){let t=da(e,`mdhd`);return t<0?1:fa(e,t+(e[t+4]===1?24:16))}function ga(e){return ua(e,0)!==`prft`||e.length<32?null:{s:fa(e,16)-ca+fa(e,20)/2**32,ticks:e[8]===1?pa(e,24):fa(e,24)}}var _a=class{constructor(){this.rest=new Uint8Array}take(e){let t=new Uint8Array(this.rest.length+e.length);t.set(this.rest),t.set(e,this.rest.length);let n=[],[r,i]=[0,0];for(;i+8<=t.length;){let[e,a]=[fa(t,i),ua(t,i)];if(e<8||e>la)throw Error(`no film`);if(i+e>t.length)break;if(i+=e,a===`moov`||a===`mdat`){let e=t.slice(r,i);n.push(a===`moov`?{kind:`init`,data:e,type:`video/mp4; codecs="${ma(e)}"`,timescale:ha(e)}:{kind:`fragment`,data:e,taken:ga(e)}),r=i}}return this.rest=t.slice(r),n}},va=250,ya=.8,ba=1.6,xa=2.6,Sa=10,Ca=20,wa=class{constructor(e,t){this.video=e,this.url=t,this.delay=null,this.source=new MediaSource,this.address=URL.createObjectURL(this.source),this.ending=new AbortController,this.buffer=null,this.waiting=[],this.timescale=1,this.origin=null,this.timer=0}async play(){this.video.muted=!0,this.video.src=this.address,await new Promise(e=>this.source.addEventListener(`sourceopen`,e,{once:!0})),this.timer=window.setInterval(()=>this.look(),va);let e=await fetch(this.url,{credentials:`same-origin`,signal:this.ending.signal});if(!e.ok||!e.body)throw Error(`the film cannot be had: ${e.status}`);let[t,n]=[e.body.getReader(),new _a];for(;;){let{done:e,value:r}=await t.read();if(e)return;for(let e of n.take(r))this.take(e)}}stop(){clearInterval(this.timer),this.ending.abort(),this.video.removeAttribute(`src`),this.video.load(),URL.revokeObjectURL(this.address)}take(e){this.waiting.push(e);let t=this.waiting.findIndex(({kind:e})=>e===`fragment`);this.waiting.length>Ca&&t>=0&&this.waiting.splice(t,1),this.append()}append(){if(this.buffer?.updating||this.source.readyState!==`open`)return;let e=this.waiting.shift();e&&(e.kind===`init`?(this.timescale=e.timescale,this.buffer?this.buffer.changeType(e.type):(this.buffer=this.source.addSourceBuffer(e.type),this.buffer.addEventListener(`updateend`,()=>{this.look(),this.append()}))):e.taken&&(this.origin=e.taken.s-e.taken.ticks/this.timescale),this.buffer?.appendBuffer(e.data))}look(){let{video:e}=this,t=e.buffered;if(!t.length)return;let[n,r]=[t.start(t.length-1),t.end(t.length-1)],i=r-e.currentTime;(e.currentTime<n||i>xa)&&(e.currentTime=Math.max(n,r-ya)),e.playbackRate=i>ba?1.15:1,e.paused&&e.play().catch(()=>void 0),this.delay=this.origin===null?null:Date.now()/1e3-(e.currentTime+this.origin);let a=e.currentTime-Sa;this.buffer&&!this.buffer.updating&&t.start(0)<a-Sa&&this.buffer.remove(0,a)}},Ta=1e3,Ea=30,Da=6,Oa=5,ka=class extends H{constructor(...e){super(...e),this.view=null,this.second=new Date,this.busy=!1,this.film=null,this.again=0,this.ticks=0}static{this.styles=[...I,h`
      .back {
        margin: -0.4rem 0 0.6rem -0.7rem;
      }
      .layout {
        display: grid;
        grid-template-columns: minmax(0, 2fr) minmax(17rem, 1fr);
        gap: 1.25rem;
        align-items: start;
      }
      .screen {
        padding: 0;
        overflow: hidden;
      }
      .screen.on {
        border: 3px solid var(--mt-danger-fill);
      }
      .mark {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.4rem 0.8rem;
        padding: 0.6rem 0.9rem;
        background: var(--mt-danger-fill);
        color: #fff;
        font-weight: 700;
      }
      .mark .dot {
        width: 0.8rem;
        height: 0.8rem;
        border-radius: 50%;
        background: #fff;
        animation: blink 1.2s steps(2, jump-none) infinite;
      }
      .mark .left {
        margin-inline-start: auto;
        font-size: 1.1rem;
      }
      @keyframes blink {
        to {
          opacity: 0.25;
        }
      }
      .picture {
        position: relative;
        aspect-ratio: 16 / 9;
        background: #0a1212;
        color: #dbe6e4;
      }
      video {
        width: 100%;
        height: 100%;
        display: block;
        object-fit: contain;
      }
      .none {
        position: absolute;
        inset: 0;
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 0.6rem;
        padding: 1.5rem;
        text-align: center;
      }
      .none p {
        max-width: 34ch;
      }
      .none .big {
        font-size: 2.2rem;
        font-weight: 700;
      }
      .under {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem;
        align-items: center;
        justify-content: space-between;
        padding: 0.8rem 0.9rem;
      }
      .reason {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      dl.facts {
        grid-template-columns: minmax(5.5rem, max-content) 1fr;
        font-size: 0.95rem;
      }
      .card h2 {
        margin-bottom: 0.8rem;
      }
      .card .hint {
        margin-top: 0.9rem;
      }
      @media (max-width: 640px) {
        .picture:not(:has(video)) {
          aspect-ratio: auto;
          min-height: 17rem;
        }
      }
      @media (max-width: 960px) {
        .layout {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `]}listen(){this.until(A.on(`live`,e=>e.id===this.subject&&this.take(e))),this.until(A.on(`line`,e=>e&&void this.read()));let e=setInterval(()=>this.tick(),Ta);this.until(()=>{clearInterval(e),clearTimeout(this.again),this.stop()})}async load(){this.take(await k.liveView(this.subject))}take(e){this.view=e,e.state!==`running`&&this.stop()}tick(){this.second=new Date;let{view:e}=this,t=e?.state===`waiting`?e.answer_by:e?.state===`running`?e.until:null,n=t!==null&&Date.parse(t)+Ta<this.second.getTime();this.ticks+=1,(n||e?.state===`running`&&this.ticks%Oa===0)&&this.read()}updated(e){let t=this.renderRoot.querySelector(`video`);if(!t||this.film||this.view?.state!==`running`)return;let n=new wa(t,`/api/live/${encodeURIComponent(this.subject)}/film`);this.film=n,n.play().then(()=>this.broke(n),()=>this.broke(n))}broke(e){this.film===e&&(clearTimeout(this.again),this.again=window.setTimeout(()=>{this.film===e&&(this.stop(),this.read())},Ta))}stop(){this.film?.stop(),this.film=null}async end(){this.busy=!0,this.stop(),await this.attempt(async()=>this.take(await k.endLive(this.subject))),this.busy=!1}mark(e){return v`<div class="mark" role="status">
      <span class="dot" aria-hidden="true"></span>
      <span>${t(n`Đang xem trực tiếp · ${e.camera.name}`)} · ${e.asked_by}</span>
      <span class="left numbers" aria-hidden="true">${t(n`còn ${na(e.until??``,this.second)}`)}</span>
    </div>`}delay(){let e=this.film?.delay??null;return e===null||e<0||e>Ea?``:t(e>Da?`Hình đang đứng: chưa có gì mới từ nhà.`:n`Trễ khoảng ${Math.max(1,Math.round(e))} giây`)}running(e){let r=!this.film||this.film.delay===null;return v`<section class="card screen on" aria-label=${t(`Hình trực tiếp`)}>
      ${this.mark(e)}
      <div class="picture">
        <video playsinline muted aria-label=${t(n`Hình trực tiếp từ ${e.camera.name}`)}></video>
        ${r?v`<div class="none"><p role="status">${t(`Chủ hộ đã đồng ý. Hình hiện ra sau vài giây…`)}</p></div>`:y}
      </div>
      <div class="under">
        <span class="small muted">${this.delay()}</span>
        ${e.may_end?v`<button class="danger" ?disabled=${this.busy} @click=${()=>this.end()}>${x(Fe)}${t(`Dừng xem`)}</button>`:y}
      </div>
    </section>`}still(e,t,n){return v`<section class="card screen">
      <div class="picture"><div class="none">${x(e,``,46)}${t}</div></div>
      <div class="under">${n}</div>
    </section>`}screen(e){switch(e.state){case`running`:return this.running(e);case`waiting`:return this.still(Ie,v`<p class="big numbers">${na(e.answer_by,this.second)}</p>
            <p role="status">${t(`Đang chờ chủ hộ trả lời. Bạn có thể để trang này mở; hình tự hiện ra khi họ đồng ý.`)}</p>`,e.may_end?v`<button ?disabled=${this.busy} @click=${()=>this.end()}>${t(`Thôi, không cần nữa`)}</button>`:y);default:return this.still(Le,v`<p role="status">${ra(e)}</p>`,v`<a class="button" href="/live?household=${e.household.id}&camera=${e.camera.id}">${t(`Xin xem lại`)}</a>`)}}facts(e){let r=(e,t)=>v`<dt>${e}</dt><dd>${t}</dd>`;return v`<section class="card" aria-labelledby="facts">
      <h2 id="facts">${t(`Lần xem này`)}</h2>
      <dl class="facts">
        ${r(t(`Hộ`),v`<b>${e.household.name}</b>`)} ${r(t(`Camera`,{id:`one-camera`}),e.camera.name)}
        ${r(t(`Lý do`),v`<span class="reason">${e.reason}</span>`)}
        ${e.case_number?r(t(`Vụ việc`),e.case_number):y}
        ${r(t(`Người xin`),v`<b>${e.asked_by}</b>, ${N(e.asked_at,this.language)}`)}
        ${r(t(`Nhiều nhất`),ia(e.longest_s))}
        ${e.unasked?r(t(`Trả lời`),t(`Trong giờ chủ hộ cho xem mà không cần hỏi`)):y}
        ${e.state===`running`&&e.watching?r(t(`Đang xem`),t(n`${e.watching} người`)):y}
      </dl>
      <p class="hint">${t(`Mỗi người xem được ghi lại cho chủ hộ. Trung tâm không lưu hình trực tiếp.`)}</p>
    </section>`}render(){let{view:e}=this,n=v`<a class="button quiet back" href="/cameras">${x(u)}${t(`Mọi camera`)}</a>`;return e?v`${n}
      <div class="head"><h1>${e.camera.name} · ${e.household.name}</h1></div>
      <div class="layout">${this.screen(e)} ${this.facts(e)}</div>`:v`${n}${this.failure?this.failed():this.skeletons(2)}`}};B([w()],ka.prototype,`view`,void 0),B([w()],ka.prototype,`second`,void 0),B([w()],ka.prototype,`busy`,void 0),B([w()],ka.prototype,`film`,void 0),ka=B([S(`mt-live-page`)],ka);var Aa={theft:()=>t(`Trộm cắp`),robbery:()=>t(`Cướp, cướp giật`),assault:()=>t(`Hành hung, xô xát`),vandalism:()=>t(`Phá hoại tài sản`),littering:()=>t(`Đổ rác, xả thải trái phép`),traffic:()=>t(`Va chạm giao thông`),fire:()=>t(`Cháy, nổ`),missing_person:()=>t(`Người mất tích, đi lạc`),public_order:()=>t(`Gây rối trật tự`),other:()=>t(`Việc khác`)},ja=Object.keys(Aa);function Ma(e){return ja.find(t=>t===e)?Aa[e]():e}var Na=50;function Pa(e){return[...e].sort((e,t)=>e.household.name.localeCompare(t.household.name,`vi`)||e.camera.name.localeCompare(t.camera.name,`vi`)||Date.parse(e.started_at)-Date.parse(t.started_at))}function Fa(e){let n=e.filter(({state:e})=>e===`stored`).map(({id:e})=>e);return n.length?v`<p class="under"><a class="button" href=${`/holds/new?clips=${n.slice(0,Na).join(`,`)}`}>${x(ge)}${t(`Giữ cho vụ việc…`)}</a></p>`:y}var Ia=class extends b{constructor(...e){super(...e),this.clips=[],this.language=`vi`,this.playing=new Set}static{this.styles=[...I,h`
      section + section {
        margin-top: 1.75rem;
      }
      h3 {
        margin-bottom: 0.7rem;
      }
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr));
        gap: 1rem;
      }
      .clip {
        padding: 0;
        overflow: hidden;
      }
      .play {
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 0.5rem;
        width: 100%;
        aspect-ratio: 16 / 9;
        border: 0;
        border-radius: 0;
        background: #0a1212;
        color: #dbe6e4;
      }
      .play:hover {
        background: #14302f;
      }
      .play:focus-visible {
        outline-offset: -4px;
        outline-color: #ffd166;
      }
      .play .icon {
        padding: 0.55rem;
        border-radius: 99px;
        background: #ffd166;
        color: #2b1f00;
        box-sizing: content-box;
      }
      .coming {
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 0.5rem;
        aspect-ratio: 16 / 9;
        background: var(--mt-sunken);
        color: var(--mt-muted);
      }
      .words {
        display: flex;
        justify-content: space-between;
        align-items: center;
        gap: 0.75rem;
        padding: 0.6rem 0.6rem 0.6rem 1rem;
      }
      .words .icon {
        margin-right: 0.2rem;
      }
      b {
        font-variant-numeric: tabular-nums;
      }
    `]}name(e){return t(n`${e.camera.name}, ${N(e.started_at,this.language,!0)}`)}picture(e){return e.state===`stored`?this.playing.has(e.id)?v`<mt-player src=${e.url} label=${t(n`Đoạn video từ camera ${this.name(e)}`)} autoplay></mt-player>`:v`<button
      class="play"
      @click=${()=>{this.playing=new Set([...this.playing,e.id])}}
    >
      ${x(we,``,28)}
      <span>
        <span class="unseen">${t(n`Phát đoạn video từ camera ${this.name(e)},`)}</span>
        ${F(e.duration_s,this.language)}
      </span>
    </button>`:v`<div class="coming">${x(Oe,``,30)}<span>${t(`Đang được gửi tới…`)}</span></div>`}card(e){let r=`${e.household.name}_${e.camera.name}_${e.started_at.replace(/[:.]/g,`-`).slice(0,19)}Z.mp4`;return v`<article class="card clip">
      ${this.picture(e)}
      <div class="words">
        <div>
          <b>${N(e.started_at,this.language,!0)}</b>
          <p class="muted small">
            ${F(e.duration_s,this.language)} · ${bn(e.size_bytes,this.language)} ·
            ${e.masked?v`${x(Ne,``,16)}${t(`có vùng đã che`)}`:t(`không che`)}
          </p>
        </div>
        ${e.state===`stored`?v`<a
                class="button quiet"
                href="${e.url}?download=1"
                download=${r.replace(/[\\/\s]+/g,`_`)}
                aria-label=${t(n`Tải đoạn lúc ${M(e.started_at,this.language,!0)} từ camera ${e.camera.name}`)}
                title=${t(`Tải về`)}
                >${x(fe,``,22)}</a
              >`:y}
      </div>
    </article>`}render(){return v`${[...Map.groupBy(Pa(this.clips),e=>`${e.household.id} ${e.camera.id}`).values()].map(e=>v`<section>
        <h3>${e[0]?.household.name} · ${e[0]?.camera.name}</h3>
        <ul class="grid">
          ${z(e,e=>e.id,e=>v`<li>${this.card(e)}</li>`)}
        </ul>
      </section>`)}`}};B([C({attribute:!1})],Ia.prototype,`clips`,void 0),B([C()],Ia.prototype,`language`,void 0),B([w()],Ia.prototype,`playing`,void 0),Ia=B([s(),S(`mt-given-clips`)],Ia);var La=class extends X{constructor(...e){super(...e),this.news=`report`}static{this.styles=[...X.styles,h`
      .reason {
        font-size: 1.05rem;
      }
    `]}find(e){return k.report(e)}render(){let e=this.shown,r=this.back(`/reports`,t(`Mọi tin báo`));if(!e)return v`${r}${this.failure?this.failed():this.skeletons(2)}`;let i={since:new Date(e.since),until:new Date(e.until)};return v`${r}
      <div class="head">
        <div>
          <h1>${Ma(e.offence)}</h1>
          <p>${e.household.name} · ${t(n`báo lúc ${N(e.reported_at,this.language)}`)}</p>
        </div>
      </div>
      <div class="stack">
        <section class="card" aria-labelledby="note">
          <h2 id="note">${t(`Lời nhắn của chủ hộ`)}</h2>
          <p class="reason">${e.note}</p>
        </section>
        <section class="card" aria-labelledby="clips">
          <h2 id="clips">${t(n`Hình kèm theo, ${G(i,this.language)}`)}</h2>
          ${e.given.length?v`<mt-given-clips .clips=${e.given} .language=${this.language}></mt-given-clips>`:v`<p class="muted">${t(`Chưa có đoạn nào, hoặc chủ hộ đã rút lại.`)}</p>`}
        </section>
      </div>`}};La=B([S(`mt-report-page`)],La);var Ra={waiting:`wait`,refused:`bad`,open:`live`,cancelled:``,expired:``};function za(e){switch(e.state){case`waiting`:return e.may_moderate?t(`Chờ bạn duyệt`):t(`Chờ cán bộ khác duyệt`);case`refused`:return t(`Không được duyệt`);case`open`:return t(`Đang hỏi các hộ`);case`cancelled`:return t(`Đã huỷ`);case`expired`:return t(`Đã hết hạn`)}}function Ba(e){return e.moderated_at!==null&&e.state!==`refused`}function Va(e){return e.state===`waiting`?t(n`${e.households} hộ sẽ được hỏi nếu được duyệt`):Ba(e)?t(n`Đã hỏi ${e.households} hộ, ${e.gave} hộ đã gửi`):t(`Không hộ nào được hỏi`)}var Ha=e=>t(n`${e} đoạn video`),Ua=50,Wa=class extends H{constructor(...e){super(...e),this.reports=null,this.more=!1}static{this.styles=[...I,h`
      .report {
        display: grid;
        gap: 0.35rem;
        color: inherit;
        text-decoration: none;
        transition: border-color 120ms;
      }
      .report:hover {
        border-color: var(--mt-primary);
      }
      .top {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0.4rem 1rem;
        align-items: baseline;
      }
      .note {
        display: -webkit-box;
        -webkit-line-clamp: 2;
        -webkit-box-orient: vertical;
        overflow: hidden;
        overflow-wrap: anywhere;
      }
      .more {
        display: grid;
        justify-content: center;
        margin-top: 1.5rem;
      }
    `]}listen(){this.until(A.on(`report`,e=>this.reports&&this.take(this.reports,[e]))),this.until(A.on(`camera`,()=>void this.read())),this.until(A.on(`line`,e=>e&&void this.read()))}async load(){let{reports:e,more:t}=await k.reports(void 0,Ua);this.reports=e,this.more=t}take(e,t){let n=new Map([...e,...t].map(e=>[e.id,e]));this.reports=[...n.values()].sort((e,t)=>t.seq-e.seq)}async older(){let e=this.reports??[];await this.attempt(async()=>{let{reports:t,more:n}=await k.reports(e.at(-1)?.seq,Ua);this.take(e,t),this.more=n})}row(e){let r={since:new Date(e.since),until:new Date(e.until)};return v`<a class="card report" href="/reports/${e.id}">
      <span class="top">
        <h2>${Ma(e.offence)} · ${e.household.name}</h2>
        <span class="chip ${e.clips?`main`:``}">${Ha(e.clips)}</span>
      </span>
      <span class="note">${e.note}</span>
      <span class="muted small" title=${N(e.reported_at,this.language)}>
        ${t(n`Báo ${P(e.reported_at,this.now,this.language)}`)} · ${t(n`hình ${G(r,this.language)}`)}
      </span>
    </a>`}list(){return this.reports?this.reports.length?v`<ul class="stack">
        ${z(this.reports,e=>e.id,e=>v`<li>${this.row(e)}</li>`)}
      </ul>
      ${this.more?v`<div class="more"><button @click=${this.older}>${t(`Xem cũ hơn`)}</button></div>`:y}`:v`<div class="card empty">
        ${x(f,``,52)}
        <h2>${t(`Chưa có tin báo nào`)}</h2>
        <p>${t(`Khi một chủ hộ tự gửi đoạn video về trộm cắp, đổ rác hay phá hoại, tin báo hiện ra ở đây cùng lời nhắn của họ.`)}</p>
      </div>`:this.failure?this.failed():this.skeletons(3)}render(){return v`<div class="head">
        <div>
          <h1>${t(`Tin báo của dân`)}</h1>
          <p>${t(`Chủ hộ tự gửi, kèm lời nhắn. Họ rút lại được bất cứ lúc nào; mỗi lần xem đều báo cho họ biết.`)}</p>
        </div>
      </div>
      ${this.list()}`}};B([w()],Wa.prototype,`reports`,void 0),B([w()],Wa.prototype,`more`,void 0),Wa=B([S(`mt-reports-page`)],Wa);var Ga=[`case`,`cameras`,`time`,`terms`,`summary`],Ka=1e3,qa=[1,3,7,14,30],Ja=[7,30,90,180,365],Ya=30;function Xa(e){return[...Ja.filter(t=>t<e),e]}var Za=e=>Math.min(Ya,e),Qa={case_number:``,offence:``,reason:``,contact:``,cameras:new Set,day:``,from:``,to:``,deadline_days:3,retention_days:Ya},$a=e=>`${e.household.id} ${e.id}`;function eo(e,t,n){switch(t){case`case`:return[`case_number`,`offence`,`reason`,`contact`].filter(t=>!e[t].trim());case`cameras`:return e.cameras.size?[]:[`cameras`];case`time`:{let t=Sr(xr(e),n);return t?[t]:[]}case`terms`:case`summary`:return[]}}function to(e){let t=e.split(`/`)[1]??``;return[`case_number`,`offence`,`reason`,`contact`].includes(t)?`case`:t===`cameras`?`cameras`:[`since`,`until`,`span`].includes(t)?`time`:[`deadline`,`retention_days`].includes(t)?`terms`:`summary`}var no=864e5,ro=6e5;function io(e,t){return new Date(t.getTime()+e*no-ro)}function ao(e,t){let n=xr(e);if(!n||!e.offence)throw Error(`the draft is not whole`);return{case_number:e.case_number.trim(),offence:e.offence,reason:e.reason.trim(),contact:e.contact.trim(),cameras:[...e.cameras].map(e=>{let[t=``,n=``]=e.split(` `);return{household_id:t,camera_id:n}}),since:n.since.toISOString(),until:n.until.toISOString(),deadline:io(e.deadline_days,t).toISOString(),retention_days:e.retention_days}}function oo(e){return e.normalize(`NFD`).replace(/\p{M}/gu,``).replace(/[đĐ]/g,`d`).toLowerCase()}function so(e,t){let n=oo(t.trim()),r=e.filter(e=>e.askable&&oo(`${e.household.name} ${e.name}`).includes(n)),i=new Map;for(let e of r){let{id:t,name:n}=e.household,r=i.get(t)??{id:t,name:n,cameras:[]};r.cameras.push(e),i.set(t,r)}for(let e of i.values())e.cameras.sort((e,t)=>e.name.localeCompare(t.name,`vi`));return[...i.values()].sort((e,t)=>e.name.localeCompare(t.name,`vi`))}var co=class extends b{constructor(...e){super(...e),this.cameras=[],this.chosen=new Set,this.search=``}static{this.styles=[...I,h`
      .households {
        display: grid;
        gap: 1rem;
        margin-top: 0.9rem;
        max-height: min(56vh, 34rem);
        overflow-y: auto;
        padding: 3px;
      }
      fieldset {
        border: 1px solid var(--mt-line);
        border-radius: 10px;
        margin: 0;
        padding: 0.4rem 0.9rem 0.6rem;
        min-width: 0;
      }
      legend {
        font-weight: 600;
        padding-inline: 0.35rem;
      }
      label.one {
        display: flex;
        align-items: center;
        gap: 0.7rem;
        min-height: 2.75rem;
        margin: 0;
        font-weight: 400;
        cursor: pointer;
      }
      label.one input {
        flex: none;
      }
      .count {
        margin-top: 0.7rem;
      }
    `]}choose(e,t){let n=new Set(this.chosen);for(let r of e)t?n.add(r):n.delete(r);this.dispatchEvent(new CustomEvent(`choose`,{detail:n}))}box(e,t){let n=e.filter(e=>this.chosen.has(e)).length;return v`<label class="one">
      <input
        type="checkbox"
        .checked=${n===e.length}
        .indeterminate=${n>0&&n<e.length}
        @change=${t=>this.choose(e,t.target.checked)}
      />
      <span>${t}</span>
    </label>`}household(e){let r=e.cameras.map($a);return v`<fieldset>
      <legend>${e.name}</legend>
      ${r.length>1?this.box(r,v`<b>${t(n`Cả ${r.length} camera`)}</b>`):y}
      ${e.cameras.map(e=>this.box([$a(e)],v`${e.name} <span class="muted small">· ${Vn(e.position)}</span>`))}
    </fieldset>`}render(){let e=so(this.cameras,this.search);return v`<label for="search">${t(`Tìm theo tên hộ hoặc tên camera`)}</label>
      <input
        id="search"
        type="search"
        autocomplete="off"
        .value=${this.search}
        @input=${e=>{this.search=e.target.value}}
      />
      <p class="count" role="status">
        <b>${t(n`Đã chọn ${this.chosen.size} camera`)}</b>
        ${e.length?y:v`<br />${this.none()}`}
      </p>
      <div class="households">
        ${z(e,e=>e.id,e=>this.household(e))}
      </div>`}none(){return this.search.trim()?t(`Không có hộ hay camera nào như vậy.`):t(`Chưa có camera nào đang được chia sẻ, nên chưa hỏi được hộ nào.`)}};B([C({attribute:!1})],co.prototype,`cameras`,void 0),B([C({attribute:!1})],co.prototype,`chosen`,void 0),B([w()],co.prototype,`search`,void 0),co=B([s(),S(`mt-camera-picker`)],co);var lo=h`
  :host {
    max-width: 46rem;
    margin-inline: auto;
  }
  .back {
    margin: -0.4rem 0 0.6rem -0.7rem;
  }
  form {
    display: grid;
    gap: 1.1rem;
    padding: clamp(1.1rem, 4vw, 2rem);
  }
  h1 {
    outline: none;
  }
  progress {
    width: 100%;
    height: 6px;
    margin-top: -0.7rem;
    accent-color: var(--mt-primary);
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr));
    gap: 1rem;
  }
  .times {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 1rem;
  }
  .says {
    padding: 0.75rem 0.9rem;
    border-radius: 10px;
    background: var(--mt-primary-soft);
    color: var(--mt-on-primary-soft);
  }
  .missing {
    color: var(--mt-danger);
    font-weight: 600;
    font-size: 0.875rem;
    margin-top: 0.3rem;
  }
  .summary {
    display: grid;
    gap: 0.25rem;
  }
  .summary section {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.5rem 1rem;
    align-items: start;
    padding: 0.9rem 0;
    border-top: 1px solid var(--mt-line);
  }
  .summary h2 {
    font-size: 0.925rem;
    color: var(--mt-muted);
  }
  .summary p,
  .summary li {
    overflow-wrap: anywhere;
  }
  .reason {
    white-space: pre-wrap;
  }
  .deeds {
    justify-content: flex-end;
  }
  .deeds > :first-child:not(:last-child) {
    margin-right: auto;
  }
`,Z=e=>e.target.value,uo=2592e6;function fo(e,t,n){return e.lacking.includes(t)?v`<p class="missing" id="${t}-missing">${n}</p>`:y}function po(e,t){return e.lacking.includes(t)?`true`:y}function mo(e){let{draft:n,write:r}=e;return v`<div class="pair">
      <div>
        <label for="case_number">${t(`Số vụ việc`)}</label>
        <input
          id="case_number"
          maxlength=${40}
          autocomplete="off"
          .value=${n.case_number}
          aria-invalid=${po(e,`case_number`)}
          aria-describedby="case_number-missing"
          @input=${e=>r({case_number:Z(e)})}
        />
        ${fo(e,`case_number`,t(`Hãy ghi số vụ việc trong sổ của đơn vị.`))}
      </div>
      <div>
        <label for="offence">${t(`Loại việc`)}</label>
        <select
          id="offence"
          aria-invalid=${po(e,`offence`)}
          aria-describedby="offence-missing"
          @change=${e=>r({offence:Z(e)})}
        >
          <option value="" ?selected=${!n.offence}>${t(`Hãy chọn…`)}</option>
          ${ja.map(e=>v`<option value=${e} ?selected=${e===n.offence}>${Ma(e)}</option>`)}
        </select>
        ${fo(e,`offence`,t(`Hãy chọn loại việc.`))}
      </div>
    </div>
    <div>
      <label for="reason">${t(`Vì sao cần hình, nói cho chủ hộ hiểu`)}</label>
      <textarea
        id="reason"
        maxlength=${Ka}
        aria-invalid=${po(e,`reason`)}
        aria-describedby="reason-hint reason-missing"
        .value=${n.reason}
        @input=${e=>r({reason:Z(e)})}
      ></textarea>
      <p class="hint" id="reason-hint">${t(`Chủ hộ và người duyệt đọc nguyên văn. Đừng ghi tên người bị nghi.`)}</p>
      ${fo(e,`reason`,t(`Hãy viết vì sao cần hình.`))}
    </div>
    <div>
      <label for="contact">${t(`Chủ hộ muốn hỏi thì gọi cho ai`)}</label>
      <input
        id="contact"
        maxlength=${200}
        autocomplete="off"
        placeholder=${t(`Ví dụ: Thượng uý Nguyễn Văn Nam, 024 3838 0000`)}
        aria-invalid=${po(e,`contact`)}
        aria-describedby="contact-missing"
        .value=${n.contact}
        @input=${e=>r({contact:Z(e)})}
      />
      ${fo(e,`contact`,t(`Hãy ghi tên và số điện thoại.`))}
    </div>`}function ho(e){let{draft:r,now:i,language:a}=e;if(!r.day||!r.from||!r.to)return e.lacking.includes(`incomplete`)?v`<p class="wrong">${wr(`incomplete`)}</p>`:v`<p class="hint">${t(n`Nhiều nhất ${12} giờ. Khoảng càng ngắn, chủ hộ càng dễ đồng ý.`)}</p>`;let o=xr(r),s=Sr(o,i);return s||!o?v`<p class="wrong">${wr(s??`incomplete`)}</p>`:v`<p class="says"><b>${G(o,a)}</b> · ${go(o,a)}</p>`}var go=({since:e,until:t},n)=>F((t.getTime()-e.getTime())/1e3,n);function _o(e){let{draft:n,now:r,write:i}=e,a=e.lacking.length>0?`true`:y,o=(e,t)=>v`<div>
    <label for=${e}>${t}</label>
    <input
      id=${e}
      type="time"
      aria-invalid=${n[e]?y:a}
      aria-describedby="told"
      .value=${n[e]}
      @input=${t=>i({[e]:Z(t)})}
    />
  </div>`;return v`<div>
      <label for="day">${t(`Ngày`)}</label>
      <input
        id="day"
        type="date"
        min=${mn(r.getTime()-uo)}
        max=${mn(r)}
        aria-invalid=${n.day?y:a}
        aria-describedby="told"
        .value=${n.day}
        @input=${e=>i({day:Z(e)})}
      />
    </div>
    <div class="times">
      ${o(`from`,t(`Từ`))} ${o(`to`,br(n)?t(`Đến (hôm sau)`):t(`Đến`))}
    </div>
    <div id="told" aria-live="polite">${ho(e)}</div>`}function vo({draft:e,now:r,language:i,write:a},o){let s=(e,t,n)=>v`<option value=${e} ?selected=${e===t}>${n}</option>`;return v`<div>
      <label for="deadline">${t(`Chủ hộ có bao lâu để trả lời`)}</label>
      <select
        id="deadline"
        aria-describedby="deadline-hint"
        @change=${e=>a({deadline_days:Number(Z(e))})}
      >
        ${qa.map(a=>s(a,e.deadline_days,t(n`${a} ngày, đến ${N(io(a,r),i)}`)))}
      </select>
      <p class="hint" id="deadline-hint">${t(`Hết hạn mà không trả lời nghĩa là không gửi, và không ai bị hỏi vì sao.`)}</p>
    </div>
    <div>
      <label for="retention">${t(`Giữ hình nhận được bao lâu`)}</label>
      <select
        id="retention"
        aria-describedby="retention-hint"
        @change=${e=>a({retention_days:Number(Z(e))})}
      >
        ${Xa(o).map(r=>s(r,e.retention_days,t(n`${r} ngày`)))}
      </select>
      <p class="hint" id="retention-hint">${t(`Sau đó trung tâm tự xoá. Chủ hộ có thể chọn ngắn hơn, và rút lại bất cứ lúc nào.`)}</p>
    </div>`}function yo({draft:e,now:r,language:i},a,o){let s=a.filter(t=>e.cameras.has($a(t))),c=Map.groupBy(s,e=>e.household.name),l=xr(e),u=(e,r,i)=>v`<section>
    <div><h2>${r}</h2>${i}</div>
    <button type="button" class="quiet" aria-label=${t(n`Sửa: ${r}`)} @click=${()=>o(e)}>${t(`Sửa`)}</button>
  </section>`;return v`<div class="summary">
    ${u(`case`,t(`Vụ việc`),v`<p><b>${e.case_number} · ${Ma(e.offence)}</b></p>
        <p class="reason">${e.reason}</p>
        <p>${t(n`Liên hệ: ${e.contact}`)}</p>`)}
    ${u(`cameras`,t(n`${s.length} camera của ${c.size} hộ`),v`<ul>
        ${[...c].map(([e,t])=>v`<li><b>${e}</b>: ${t.map(e=>e.name).join(`, `)}</li>`)}
      </ul>`)}
    ${u(`time`,t(`Khoảng thời gian`),v`<p>${l?v`<b>${G(l,i)}</b> · ${go(l,i)}`:y}</p>`)}
    ${u(`terms`,t(`Thời hạn`),v`<p>${t(n`Chủ hộ trả lời đến ${N(io(e.deadline_days,r),i)}; hình được giữ ${e.retention_days} ngày rồi xoá.`)}</p>`)}
    <p class="says">
      ${t(`Một cán bộ khác đọc và duyệt trước. Sau đó từng chủ hộ tự xem hình của mình và tự quyết định; không trả lời nghĩa là không.`)}
    </p>
  </div>`}var Q=class extends H{constructor(...e){super(...e),this.draft=Qa,this.step=`case`,this.tried=!1,this.cameras=null,this.mostDays=0,this.busy=!1,this.refusal=null,this.untouched=Qa,this.next=async e=>{if(e.preventDefault(),this.now=new Date,eo(this.draft,this.step,this.now).length){this.tried=!0,await this.updateComplete,this.renderRoot.querySelector(`[aria-invalid="true"]`)?.focus();return}let t=Ga[Ga.indexOf(this.step)+1];t?await this.show(t):await this.send()}}static{this.styles=[...I,lo]}async load(){let[e,{retention_days:t}]=await Promise.all([k.cameras(),k.describe()]);this.mostDays=t;let n=`${this.query.get(`household`)} ${this.query.get(`camera`)}`,r=e.find(e=>$a(e)===n&&e.askable);this.cameras=e,this.draft===Qa&&(this.untouched={...Qa,retention_days:Za(t)},this.draft=r?{...this.untouched,cameras:new Set([n])}:this.untouched)}write(e){this.draft={...this.draft,...e}}async show(e){this.step=e,this.tried=!1,this.refusal=null,await this.updateComplete,window.scrollTo(0,0),this.renderRoot.querySelector(`#step`)?.focus({preventScroll:!0})}async send(){if(!this.busy){this.busy=!0,this.refusal=null;try{let e=await k.ask(ao(this.draft,new Date));V(t(`Đã gửi. Một cán bộ khác sẽ duyệt trước khi hỏi các hộ.`)),L(`/requests/${e.id}`,!0)}catch(e){let t=e instanceof T?e.pointers[0]:void 0;t!==void 0&&await this.show(to(t)),this.refusal=e}finally{this.busy=!1}}}question(e){return{case:()=>t(`Vụ việc gì?`),cameras:()=>t(`Cần hình của camera nào?`),time:()=>t(`Từ lúc nào đến lúc nào?`),terms:()=>t(`Chờ trả lời và giữ hình bao lâu?`),summary:()=>t(`Đọc lại trước khi gửi`)}[e]()}content(e){switch(this.step){case`case`:return mo(e);case`cameras`:return v`<mt-camera-picker
            .cameras=${this.cameras??[]}
            .chosen=${this.draft.cameras}
            @choose=${e=>this.write({cameras:e.detail})}
          ></mt-camera-picker>
          ${e.lacking.includes(`cameras`)?v`<p class="wrong" role="alert">${t(`Hãy chọn ít nhất một camera.`)}</p>`:y}`;case`time`:return _o(e);case`terms`:return vo(e,this.mostDays);case`summary`:return yo(e,this.cameras??[],e=>void this.show(e))}}progress(){let e=Ga.indexOf(this.step);return v`<p class="small muted">${t(n`Bước ${e+1} trên ${Ga.length}`)}</p>
      <progress max=${Ga.length} .value=${e+1} aria-label=${t(`Tiến độ`)}></progress>`}refused(){let{refusal:e}=this;if(!(e instanceof T&&e.kind===`quota`))return this.wrong(e);let r=Math.ceil((e.retryAfterS??0)/3600);return v`<div class="wrong" role="alert">
      ${t(r>0?n`Vụ việc này, hoặc bạn, đã có đủ số yêu cầu trong bảy ngày. Gửi thêm được sau ${r} giờ nữa.`:`Vụ việc này, hoặc bạn, đã có đủ số yêu cầu trong bảy ngày.`)}
    </div>`}updated(e){window.onbeforeunload=this.draft===this.untouched?null:e=>e.preventDefault()}disconnectedCallback(){super.disconnectedCallback(),window.onbeforeunload=null}render(){let e=this.step===`summary`,n=Ga[Ga.indexOf(this.step)-1],r=this.tried?eo(this.draft,this.step,this.now):[],i={draft:this.draft,lacking:r,now:this.now,language:this.language,write:e=>this.write(e)};return v`<a class="button quiet back" href="/requests">${x(u)}${t(`Mọi yêu cầu`)}</a>
      <form class="card" novalidate @submit=${this.next}>
        ${this.progress()}
        <h1 id="step" tabindex="-1">${this.question(this.step)}</h1>
        ${this.cameras?this.content(i):this.failure?this.failed():this.skeletons(2)}
        ${this.refused()}
        <div class="row deeds">
          ${n?v`<button type="button" @click=${()=>this.show(n)}>${t(`Quay lại`)}</button>`:y}
          <button class="primary" ?disabled=${this.busy}>
            ${e?v`${x(ee)}${this.busy?t(`Đang gửi…`):t(`Gửi để duyệt`)}`:t(`Tiếp`)}
          </button>
        </div>
      </form>`}};B([w()],Q.prototype,`draft`,void 0),B([w()],Q.prototype,`step`,void 0),B([w()],Q.prototype,`tried`,void 0),B([w()],Q.prototype,`cameras`,void 0),B([w()],Q.prototype,`mostDays`,void 0),B([w()],Q.prototype,`busy`,void 0),B([w()],Q.prototype,`refusal`,void 0),Q=B([S(`mt-new-request-page`)],Q);var bo=class extends X{constructor(...e){super(...e),this.news=`request`}static{this.styles=[...X.styles,h`
      .answer {
        font-size: 1.1rem;
        font-weight: 600;
      }
      .answer + * {
        margin-top: 1rem;
      }
    `]}find(e){return k.request(e)}async cancel(e){await Ci({title:t(n`Huỷ yêu cầu ${e.case_number}?`),text:Ba(e)?t(`Các hộ chưa trả lời sẽ thấy yêu cầu đã huỷ. Hình đã nhận vẫn còn đến hết hạn giữ.`):t(`Yêu cầu sẽ không được duyệt nữa và không hộ nào bị hỏi.`),deed:t(`Huỷ yêu cầu`),danger:!0})&&await this.deed(()=>k.cancel(e.id),t(`Đã huỷ yêu cầu.`))}moderation(e){let r={ask:t(n`${e.asked_by} muốn hỏi ${e.households} hộ. Hãy đọc lý do và khoảng thời gian: có cần đến thế không, có hẹp hơn được không?`),hint:t(`Khi từ chối, hãy nói vì sao. Ghi chú lưu cùng yêu cầu; chủ hộ không thấy.`),yes:t(`Duyệt và hỏi các hộ`)};return this.decision(r,async(n,r)=>{let i=t(n?`Đã duyệt. Các hộ được hỏi ngay bây giờ.`:`Đã từ chối. Không hộ nào được hỏi.`);await this.deed(()=>k.moderate(e.id,n,r),i)})}facts(e){let r=Map.groupBy(e.cameras,({household:e})=>e.name);return v`<section class="card" aria-labelledby="facts">
      <h2 id="facts">${t(`Nội dung yêu cầu`)}</h2>
      <dl class="facts">
        ${this.fact(t(`Lý do`),v`<span class="reason">${e.reason}</span>`)}
        ${this.fact(t(`Khoảng hình`),v`<b>${G({since:new Date(e.since),until:new Date(e.until)},this.language)}</b>`)}
        ${this.fact(t(`Camera`),v`<ul>
            ${[...r].map(([e,t])=>v`<li><b>${e}</b>: ${t.map(({camera:e})=>e.name).join(`, `)}</li>`)}
          </ul>`)}
        ${this.fact(t(`Trả lời đến`),N(e.deadline,this.language))}
        ${this.fact(t(`Giữ hình`),t(n`${e.retention_days} ngày`))}
        ${this.fact(t(`Đơn vị`),e.unit)} ${this.fact(t(`Liên hệ`),e.contact)}
      </dl>
    </section>`}history(e){let{state:n,moderated_at:r,moderated_by:i,moderation_note:a}=e,o=t(n===`refused`?`Người từ chối`:`Người duyệt`);return v`<section class="card" aria-labelledby="history">
      <h2 id="history">${t(`Ai hỏi, ai duyệt`)}</h2>
      <dl class="facts">
        ${this.by(t(`Người hỏi`),e.asked_by,e.asked_at)} ${this.by(o,i,r)}
        ${a?this.fact(t(`Ghi chú`),v`<span class="reason">${a}</span>`):y}
      </dl>
      ${e.may_cancel?v`<br /><button ?disabled=${this.busy} @click=${()=>this.cancel(e)}>${t(`Huỷ yêu cầu…`)}</button>`:y}
    </section>`}answers(e){if(!Ba(e))return y;let r=e.state===`open`;return v`<section class="card" aria-labelledby="answers">
      <h2 id="answers">${t(`Hình đã nhận`)}</h2>
      <p class="answer">${Va(e)}</p>
      ${e.given.length?v`<mt-given-clips .clips=${e.given} .language=${this.language}></mt-given-clips>
              ${Fa(e.given)}`:v`<p class="muted">
              ${t(r?n`Chưa có đoạn nào. Hình hiện ra ở đây ngay khi một hộ gửi; các hộ trả lời đến ${N(e.deadline,this.language)}.`:`Không có đoạn nào.`)}
            </p>`}
    </section>`}render(){let e=this.shown,r=this.back(`/requests`,t(`Mọi yêu cầu`));return e?v`${r}
      <div class="head">
        <div>
          <h1>${e.case_number} · ${Ma(e.offence)}</h1>
          <p>${t(n`${e.asked_by} hỏi ${P(e.asked_at,this.now,this.language)}`)}</p>
        </div>
        <span class="chip ${Ra[e.state]}">${za(e)}</span>
      </div>
      <div class="layout">
        <div class="stack">
          ${this.answers(e)} ${this.facts(e)} ${e.may_moderate?this.moderation(e):y}
        </div>
        <div class="stack">${this.history(e)}</div>
      </div>`:v`${r}${this.failure?this.failed():this.skeletons(3)}`}};bo=B([S(`mt-request-page`)],bo);var xo=50,So=[`waiting`,`open`,`expired`,`cancelled`,`refused`];function Co(e,t){return[...new Map([...e,...t].map(e=>[e.id,e])).values()].sort((e,t)=>t.seq-e.seq)}var wo=class extends H{constructor(...e){super(...e),this.requests=null,this.more=!1}static{this.styles=[...I,h`
      .request {
        display: grid;
        gap: 0.35rem;
        color: inherit;
        text-decoration: none;
        transition: border-color 120ms;
      }
      .request:hover {
        border-color: var(--mt-primary);
      }
      .request.mine {
        border: 2px solid var(--mt-gold);
      }
      .top {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0.4rem 1rem;
        align-items: baseline;
      }
      .numbers {
        font-variant-numeric: tabular-nums;
      }
      .more {
        display: grid;
        justify-content: center;
        margin-top: 1.5rem;
      }
      .tools select {
        width: auto;
        min-width: 0;
      }
      .tools .button {
        white-space: nowrap;
      }
      @media (max-width: 640px) {
        .tools {
          width: 100%;
        }
        .tools select,
        .tools .button {
          flex: 1;
        }
      }
    `]}get filter(){let e=this.query.get(`state`);return So.find(t=>t===e)}listen(){this.until(A.on(`request`,e=>this.take(e))),this.until(A.on(`line`,e=>e&&void this.read()))}willUpdate(e){e.has(`query`)&&this.hasUpdated&&(this.requests=null,this.read())}async load(){let e=this.filter,{requests:t,more:n}=await k.requests(e,void 0,xo);e===this.filter&&(this.requests=t,this.more=n)}take(e){if(!this.requests)return;let t=this.requests.filter(t=>t.id!==e.id);this.requests=!this.filter||this.filter===e.state?Co(t,[e]):t}async older(){let e=this.requests??[];await this.attempt(async()=>{let{requests:t,more:n}=await k.requests(this.filter,e.at(-1)?.seq,xo);this.requests=Co(e,t),this.more=n})}row(e){let r={since:new Date(e.since),until:new Date(e.until)};return v`<a class="card request ${e.may_moderate?`mine`:``}" href="/requests/${e.id}">
      <span class="top">
        <h2>${e.case_number} · ${Ma(e.offence)}</h2>
        <span class="chip ${Ra[e.state]}">${za(e)}</span>
      </span>
      <span class="numbers">${G(r,this.language)}</span>
      <span>${Va(e)}${Ba(e)&&e.clips?` · ${Ha(e.clips)}`:``}</span>
      <span class="muted small" title=${N(e.asked_at,this.language)}>
        ${t(n`${e.asked_by} hỏi ${P(e.asked_at,this.now,this.language)}`)}
        ${e.state===`open`?` · ${t(n`hạn ${N(e.deadline,this.language)}`)}`:y}
      </span>
    </a>`}list(){return this.requests?this.requests.length?v`<ul class="stack">
        ${z([...this.requests].sort((e,t)=>Number(t.may_moderate)-Number(e.may_moderate)),e=>e.id,e=>v`<li>${this.row(e)}</li>`)}
      </ul>
      ${this.more?v`<div class="more"><button @click=${this.older}>${t(`Xem cũ hơn`)}</button></div>`:y}`:v`<div class="card empty">
        ${x(me,``,52)}
        <h2>${this.filter?t(`Không có yêu cầu nào như vậy`):t(`Chưa có yêu cầu nào`)}</h2>
        <p>${t(`Khi cần hình của một vụ việc, hãy viết một yêu cầu. Một cán bộ khác duyệt, rồi từng chủ hộ tự quyết định có gửi hay không.`)}</p>
        <a class="button primary" href="/requests/new">${t(`Viết yêu cầu`)}</a>
      </div>`:this.failure?this.failed():this.skeletons(4)}stateName(e){return{waiting:()=>t(`Chờ duyệt`),open:()=>t(`Đang hỏi`),expired:()=>t(`Đã hết hạn`),cancelled:()=>t(`Đã huỷ`),refused:()=>t(`Không được duyệt`)}[e]()}render(){let e=(e,t)=>v`<option value=${e} ?selected=${e===(this.filter??``)}>${t}</option>`;return v`<div class="head">
        <div>
          <h1>${t(`Yêu cầu trích xuất`)}</h1>
          <p>${t(`Xin hình của một vụ việc: hai cán bộ đồng ý rồi mới hỏi chủ hộ. Không trả lời nghĩa là không.`)}</p>
        </div>
        <div class="row tools">
          <label class="unseen" for="state">${t(`Lọc theo tình trạng`)}</label>
          <select
            id="state"
            @change=${e=>L(`/requests${D({state:e.target.value})}`)}
          >
            ${e(``,t(`Mọi tình trạng`))} ${So.map(t=>e(t,this.stateName(t)))}
          </select>
          <a class="button primary" href="/requests/new">${x(Te)}${t(`Yêu cầu mới`)}</a>
        </div>
      </div>
      ${this.list()}`}};B([w()],wo.prototype,`requests`,void 0),B([w()],wo.prototype,`more`,void 0),wo=B([S(`mt-requests-page`)],wo);var To=[`officer`,`viewer`,`admin`],Eo=class extends H{constructor(...e){super(...e),this.members=null,this.busy=!1,this.refusal=null}static{this.styles=[...I,h`
      .add {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr));
        gap: 1rem;
        align-items: end;
        margin-top: 1.25rem;
      }
      .add .wrong {
        grid-column: 1 / -1;
      }
      li {
        display: flex;
        align-items: center;
        gap: 0.75rem;
        min-height: 3.25rem;
        border-bottom: 1px solid var(--mt-line);
      }
      li button {
        margin-left: auto;
      }
      ul {
        margin-top: 0.5rem;
      }
    `]}async load(){this.members=await k.members()}async add(e){if(e.preventDefault(),this.busy)return;let r=e.target,i=new FormData(r),a=String(i.get(`user_name`)).trim();this.busy=!0,this.refusal=null;try{await k.addMember({user_name:a,password:String(i.get(`password`)),role:String(i.get(`role`))}),r.reset(),V(t(n`Đã thêm ${a}.`)),await this.read()}catch(e){this.refusal=e}finally{this.busy=!1}}async expel(e){await Ci({title:t(n`Xoá tài khoản ${e.user_name}?`),text:t(`Người này bị đăng xuất ngay. Các dòng nhật ký của họ vẫn còn.`),deed:t(`Xoá tài khoản`),danger:!0})&&await this.attempt(()=>k.removeMember(e.id))&&(V(t(n`Đã xoá ${e.user_name}.`)),await this.read())}list(){return this.members?v`<ul>
      ${this.members.map(e=>v`<li>
          <b>${e.user_name}</b><span class="chip">${Kn(e.role)}</span>
          ${e.user_name===W.me?.user_name?v`<span class="muted small">${t(`là bạn`)}</span>`:v`<button class="quiet" aria-label=${t(n`Xoá tài khoản ${e.user_name}`)} @click=${()=>this.expel(e)}>
                  ${t(`Xoá`)}
                </button>`}
        </li>`)}
    </ul>`:this.failure?this.failed():this.skeletons(1)}render(){return v`<section class="card" aria-labelledby="members">
      <h2 id="members">${t(`Người dùng bảng điều khiển`)}</h2>
      <p class="muted small">${t(`Mỗi người một tài khoản; không dùng chung. Cán bộ mời hộ và xem; người chỉ xem không mời được.`)}</p>
      ${this.list()}
      <form class="add" @submit=${this.add}>
        <div>
          <label for="user">${t(`Tên đăng nhập`)}</label>
          <input id="user" name="user_name" required maxlength="64" autocomplete="off" autocapitalize="none" spellcheck="false" />
        </div>
        <div>
          <label for="password">${t(`Mật khẩu ban đầu`)}</label>
          <input id="password" name="password" type="password" required minlength=${12} autocomplete="new-password" />
        </div>
        <div>
          <label for="role">${t(`Vai trò`)}</label>
          <select id="role" name="role">
            ${To.map(e=>v`<option value=${e}>${Kn(e)}</option>`)}
          </select>
        </div>
        <button class="primary" ?disabled=${this.busy}>${t(`Thêm người`)}</button>
        ${this.refusal?this.wrong(this.refusal):y}
      </form>
    </section>`}};B([w()],Eo.prototype,`members`,void 0),B([w()],Eo.prototype,`busy`,void 0),B([w()],Eo.prototype,`refusal`,void 0),Eo=B([S(`mt-members`)],Eo);var Do=[`controller`,`purposes`,`retention`,`contact`,`withdrawal`],Oo=class extends H{constructor(...e){super(...e),this.hub=null,this.busy=!1,this.refusal=null}static{this.styles=[...I,h`
      form {
        display: grid;
        gap: 1.25rem;
      }
      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr));
        gap: 1.25rem;
      }
      fieldset {
        border: 0;
        padding: 0;
        margin: 0;
        min-width: 0;
        display: grid;
        gap: 1rem;
      }
      legend {
        font-weight: 700;
        padding: 0;
        margin-bottom: 0.9rem;
      }
      .stack {
        gap: 1.5rem;
      }
    `]}async load(){this.hub=await k.describe()}async save(e){if(e.preventDefault(),this.busy)return;let n=new FormData(e.target),i=e=>String(n.get(e)??``).trim(),a=e=>({language:e,controller:i(`${e}-controller`),purposes:i(`${e}-purposes`),retention:i(`${e}-retention`),contact:i(`${e}-contact`),withdrawal:i(`${e}-withdrawal`)}),o={name:i(`name`),commune:i(`commune`)};this.busy=!0,this.refusal=null;try{await k.change({...o,statements:r.map(a)}),W.rename(o),V(t(`Đã lưu.`))}catch(e){this.refusal=e}finally{this.busy=!1}}statement(e,n){let r={controller:t(`Ai chịu trách nhiệm`),purposes:t(`Dùng vào việc gì`),retention:t(`Lưu bao lâu`),contact:t(`Liên hệ`),withdrawal:t(`Rút lại thế nào`)},i=e.statements.find(e=>e.language===n);return v`<fieldset>
      <legend>${t(n===`vi`?`Bằng tiếng Việt`:`Bằng tiếng Anh`)}</legend>
      ${Do.map(e=>v`<div>
          <label for="${n}-${e}">${r[e]}</label>
          <textarea id="${n}-${e}" name="${n}-${e}" lang=${n} required maxlength="4000" .value=${i?.[e]??``}></textarea>
        </div>`)}
    </fieldset>`}form(e){return v`<form @submit=${this.save}>
      <section class="card stack" aria-labelledby="who">
        <h2 id="who">${t(`Trung tâm`)}</h2>
        <div class="pair">
          <div>
            <label for="name">${t(`Tên trung tâm`)}</label>
            <input id="name" name="name" required maxlength="80" .value=${e.name} />
          </div>
          <div>
            <label for="commune">${t(`Xã, phường`)}</label>
            <input id="commune" name="commune" required maxlength="80" .value=${e.commune} />
          </div>
        </div>
        <dl class="facts">
          <dt>${t(`Lưu tối đa`)}</dt>
          <dd>${t(n`${e.retention_days} ngày. Sự đồng ý của hộ có thể ngắn hơn, không bao giờ dài hơn.`)}</dd>
          <dt>${t(`Địa chỉ công khai`)}</dt>
          <dd class="mono">${e.public_url}</dd>
          <dt>${t(`Dấu khoá của trung tâm`)}</dt>
          <dd class="mono">${e.thumbprint}</dd>
        </dl>
      </section>
      <section class="card" aria-labelledby="statement">
        <h2 id="statement">${t(`Bản thông báo cho chủ hộ`)}</h2>
        <p class="muted small">${t(`Chủ hộ đọc bản này trước khi gửi bất cứ điều gì. Viết như nói với hàng xóm.`)}</p>
        <br />
        <div class="pair">${r.map(t=>this.statement(e,t))}</div>
      </section>
      ${this.wrong(this.refusal)}
      <div>
        <button class="primary" ?disabled=${this.busy}>${this.busy?t(`Đang lưu…`):t(`Lưu thay đổi`)}</button>
      </div>
    </form>`}render(){return v`<div class="head"><h1>${t(`Thiết lập`)}</h1></div>
      ${this.hub?v`<div class="stack">${this.form(this.hub)}<mt-members></mt-members></div>`:this.failure?this.failed():this.skeletons(3)}`}};B([w()],Oo.prototype,`hub`,void 0),B([w()],Oo.prototype,`busy`,void 0),B([w()],Oo.prototype,`refusal`,void 0),Oo=B([S(`mt-settings-page`)],Oo);var ko={vi:`Tiếng Việt`,en:`English`},Ao=class extends b{constructor(...e){super(...e),this.standing=!0,this.inside=!1}static{this.styles=[...I,h`
      header {
        display: flex;
        align-items: center;
        gap: 0.8rem;
        min-height: 4rem;
        padding: 0.5rem clamp(1rem, 2vw, 1.5rem);
        background: var(--mt-surface);
        border-bottom: 1px solid var(--mt-line);
      }
      .brand {
        display: flex;
        align-items: center;
        gap: 0.7rem;
        color: inherit;
        text-decoration: none;
        min-width: 0;
        margin-right: auto;
      }
      .brand svg {
        flex: none;
      }
      .word {
        font-weight: 700;
        letter-spacing: -0.02em;
        font-size: 1.15rem;
        line-height: 1.15;
        white-space: nowrap;
      }
      .hub {
        font-size: 0.8rem;
        color: var(--mt-muted);
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        line-height: 1.3;
      }
      .brand div {
        min-width: 0;
      }
      .dot {
        width: 0.55rem;
        height: 0.55rem;
        border-radius: 50%;
        background: currentColor;
      }
      .broken .dot {
        background: none;
        border: 2px solid currentColor;
      }
      .languages {
        display: flex;
        padding: 3px;
        gap: 2px;
        border-radius: 11px;
        background: var(--mt-sunken);
      }
      .languages button {
        border: 0;
        background: none;
        min-height: 2.25rem;
        min-width: 2.6rem;
        padding: 0 0.5rem;
        border-radius: 8px;
        font-size: 0.875rem;
        color: var(--mt-muted);
      }
      .languages button[aria-pressed="true"] {
        background: var(--mt-surface);
        color: var(--mt-text);
        box-shadow: var(--mt-shadow);
      }
      .me {
        line-height: 1.25;
        text-align: right;
        font-size: 0.875rem;
      }
      .me b {
        display: block;
        font-weight: 600;
      }
      @media (max-width: 860px) {
        .me {
          display: none;
        }
        .chip span:last-child {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
        .chip {
          padding: 0.4rem;
        }
        header {
          gap: 0.5rem;
          min-height: 3.5rem;
        }
      }
    `]}async choose(e){try{await i.use(e,!0)}catch{V(t(`Không tải được ngôn ngữ này. Hãy kiểm tra mạng rồi thử lại.`),{bad:!0})}}async leave(){try{await k.logout(),W.leave()}catch(e){V(an(e),{bad:!0})}}line(){return this.standing?v`<span class="chip live" role="status"><span class="dot"></span><span>${t(`Đang nhận trực tiếp`)}</span></span>`:v`<span class="chip wait broken" role="status"
          ><span class="dot"></span><span>${t(`Mất kết nối, đang nối lại…`)}</span></span
        >`}render(){let{name:e,commune:a}=W.hub;return v`<header>
      <a class="brand" href=${this.inside?`/feed`:`/`}>
        ${Yt(40)}
        <div>
          <div class="word">Mắt Thần</div>
          ${e||a?v`<div class="hub">${[e,a].filter(Boolean).join(` · `)}</div>`:y}
        </div>
      </a>
      ${this.inside?this.line():y}
      <div class="languages" role="group" aria-label="Ngôn ngữ · Language">
        ${r.map(e=>v`<button
              lang=${e}
              aria-pressed=${e===i.language()}
              aria-label=${`${e.toUpperCase()} – ${ko[e]}`}
              title=${ko[e]}
              @click=${()=>this.choose(e)}
            >
              ${e.toUpperCase()}
            </button>`)}
      </div>
      ${this.inside&&W.me?v`<div class="me"><b>${W.me.user_name}</b><span class="muted">${Kn(W.me.role)}</span></div>
              <button
                class="quiet"
                title=${t(`Đăng xuất`)}
                aria-label=${t(n`Đăng xuất ${W.me.user_name}`)}
                @click=${this.leave}
              >
                ${x(xe)}
              </button>`:y}
    </header>`}};B([C({type:Boolean})],Ao.prototype,`standing`,void 0),B([C({type:Boolean})],Ao.prototype,`inside`,void 0),Ao=B([s(),S(`mt-header`)],Ao);var jo=[{page:`feed`,path:`/feed`,icon:Se,name:()=>t(`Sự kiện`),parts:[`event`],role:`viewer`},{page:`cameras`,path:`/cameras`,icon:p,name:()=>t(`Camera`),parts:[`ask_live`,`live`],role:`viewer`},{page:`requests`,path:`/requests`,icon:me,name:()=>t(`Yêu cầu trích xuất`),short:()=>t(`Yêu cầu`),parts:[`request`,`new_request`],role:`officer`},{page:`households`,path:`/households`,icon:c,name:()=>t(`Hộ tham gia`),short:()=>t(`Hộ`,{id:`homes-short`}),role:`officer`},{page:`reports`,path:`/reports`,icon:f,name:()=>t(`Tin báo của dân`),parts:[`report`],role:`officer`},{page:`holds`,path:`/holds`,icon:ge,name:()=>t(`Giữ theo luật`),parts:[`hold`,`new_hold`],role:`officer`},{page:`invite`,path:`/invite`,icon:ke,name:()=>t(`Lời mời`),role:`officer`},{page:`consents`,path:`/consents`,icon:he,name:()=>t(`Sổ đồng ý`),role:`officer`},{page:`access`,path:`/access`,icon:pe,name:()=>t(`Nhật ký xem`),role:`admin`},{page:`settings`,path:`/settings`,icon:le,name:()=>t(`Thiết lập`),role:`admin`}];function Mo(e){return jo.find(t=>t.page===e||t.parts?.includes(e))?.role??`viewer`}var No=4,Po=class extends b{constructor(...e){super(...e),this.page=`feed`,this.waiting={},this.endings=[],this.countHouseholds=()=>this.count(`households`,async()=>(await k.households()).filter(e=>e.state===`waiting`).length),this.countRequests=()=>this.count(`requests`,async()=>(await k.waitingRequests()).count),this.countHolds=()=>this.count(`holds`,async()=>(await k.waitingHolds()).count)}static{this.styles=[...I,h`
      nav {
        position: sticky;
        top: 4.1rem;
        padding: 1.1rem 0.8rem;
      }
      :host {
        border-right: 1px solid var(--mt-line);
        background: var(--mt-surface);
      }
      ul {
        display: grid;
        gap: 0.2rem;
      }
      a {
        display: flex;
        align-items: center;
        gap: 0.8rem;
        min-height: 2.9rem;
        padding: 0.4rem 0.9rem;
        border-radius: 11px;
        color: var(--mt-text);
        text-decoration: none;
        font-weight: 600;
        font-size: 0.95rem;
      }
      a:hover {
        background: var(--mt-sunken);
      }
      a[aria-current] {
        background: var(--mt-primary-soft);
        color: var(--mt-on-primary-soft);
      }
      .count {
        margin-left: auto;
      }
      .foot {
        display: none;
      }
      @media (max-width: 860px) {
        :host {
          border: 0;
          background: none;
        }
        .side {
          display: none;
        }
        .foot {
          display: block;
          position: fixed;
          inset: auto 0 0 0;
          top: auto;
          z-index: 20;
          padding: 0.3rem 0.4rem calc(0.3rem + env(safe-area-inset-bottom));
          background: var(--mt-surface);
          border-top: 1px solid var(--mt-line);
        }
        .foot > ul {
          grid-auto-flow: column;
          grid-auto-columns: minmax(0, 1fr);
        }
        .foot > ul > li > :is(a, button) {
          width: 100%;
          flex-direction: column;
          justify-content: center;
          gap: 0.1rem;
          padding: 0.3rem 0.2rem;
          min-height: 3.25rem;
          font-size: 0.78rem;
          font-weight: 600;
          border: 0;
          background: none;
          position: relative;
        }
        .foot > ul > li > a[aria-current],
        .foot > ul > li > button[aria-current] {
          background: var(--mt-primary-soft);
          color: var(--mt-on-primary-soft);
          border-radius: 11px;
        }
        .foot > ul > li > :is(a, button) .count {
          position: absolute;
          top: 0.1rem;
          left: calc(50% + 0.4rem);
          padding: 0 0.4rem;
        }
      }
      dialog {
        border: 0;
        margin: auto 0 0;
        width: 100vw;
        max-width: 100vw;
        border-radius: 18px 18px 0 0;
        padding: 1rem 0.8rem calc(1.2rem + env(safe-area-inset-bottom));
        background: var(--mt-raised);
        color: var(--mt-text);
      }
      dialog::backdrop {
        background: rgb(5 15 15 / 55%);
      }
    `]}connectedCallback(){super.connectedCallback(),this.endings=[A.on(`household`,()=>void this.countHouseholds()),A.on(`request`,()=>void this.countRequests()),A.on(`hold`,()=>void this.countHolds()),A.on(`line`,e=>e&&this.countAll())],window.addEventListener(`mt-households`,this.countHouseholds),this.countAll()}disconnectedCallback(){super.disconnectedCallback();for(let e of this.endings)e();window.removeEventListener(`mt-households`,this.countHouseholds)}countAll(){this.countHouseholds(),this.countRequests(),this.countHolds()}async count(e,t){if(!W.may(`officer`))return;let n=await t().catch(()=>0);this.waiting={...this.waiting,[e]:n}}waitingWords(e,r){return t(e===`holds`?n`${r} đề nghị giữ chờ bạn duyệt`:e===`requests`?n`${r} yêu cầu chờ bạn duyệt`:n`${r} hộ đang chờ`)}badge(e,t){return e?v`<span class="chip wait count"><span aria-hidden="true">${e}</span><span class="unseen">${t}</span></span>`:y}link(e,t=!1){let n=e.page===this.page||e.parts?.includes(this.page),r=this.waiting[e.page]??0;return v`<li>
      <a href=${e.path} aria-current=${n?`page`:y} @click=${()=>this.more.close()}>
        ${x(e.icon,``,22)}<span>${t&&e.short?.()||e.name()}</span>
        ${this.badge(r,this.waitingWords(e.page,r))}
      </a>
    </li>`}render(){let e=jo.filter(e=>W.may(e.role)),r=e.slice(No),i=r.reduce((e,{page:t})=>e+(this.waiting[t]??0),0);return v`<nav class="side" aria-label=${t(`Các trang`)}><ul>${e.map(e=>this.link(e))}</ul></nav>
      <nav class="foot" aria-label=${t(`Các trang`)}>
        <ul>
          ${e.slice(0,No).map(e=>this.link(e,!0))}
          ${r.length?v`<li>
                  <button
                    aria-haspopup="dialog"
                    aria-current=${r.some(e=>e.page===this.page||e.parts?.includes(this.page))?`true`:y}
                    @click=${()=>this.more.showModal()}
                  >
                    ${x(de,``,22)}<span>${t(`Thêm`)}</span>${this.badge(i,t(n`${i} việc đang chờ bạn`))}
                  </button>
                </li>`:y}
        </ul>
        <dialog aria-label=${t(`Các trang khác`)} @click=${this.away}>
          <ul>
            ${r.map(e=>this.link(e))}
          </ul>
        </dialog>
      </nav>`}away(e){e.target===this.more&&this.more.close()}};B([C()],Po.prototype,`page`,void 0),B([w()],Po.prototype,`waiting`,void 0),B([$t(`dialog`)],Po.prototype,`more`,void 0),Po=B([s(),S(`mt-navigation`)],Po);var Fo={feed:()=>t(`Sự kiện`),event:()=>t(`Chi tiết sự kiện`),cameras:()=>t(`Camera`),ask_live:()=>t(`Xin xem trực tiếp`),live:()=>t(`Xem trực tiếp`),households:()=>t(`Hộ tham gia`),invite:()=>t(`Lời mời`),consents:()=>t(`Sổ đồng ý`),access:()=>t(`Nhật ký xem`),requests:()=>t(`Yêu cầu trích xuất`),request:()=>t(`Yêu cầu trích xuất`),new_request:()=>t(`Yêu cầu mới`),holds:()=>t(`Giữ theo luật`),hold:()=>t(`Giữ theo luật`),new_hold:()=>t(`Giữ cho một vụ việc`),reports:()=>t(`Tin báo của dân`),report:()=>t(`Tin báo của dân`),settings:()=>t(`Thiết lập`),login:()=>t(`Đăng nhập`),setup:()=>t(`Thiết lập trung tâm`),join:()=>t(`Lời mời tham gia`),missing:()=>t(`Không tìm thấy trang`)},Io=[`login`,`setup`,`join`],Lo=[...Io,`missing`],$=class extends b{constructor(...e){super(...e),this.route=Tn(location.pathname,location.search),this.begun=!1,this.failure=null,this.standing=!0}static{this.styles=[...I,h`
      :host {
        min-height: 100vh;
        --mt-foot: 0px;
      }
      .skip {
        position: absolute;
        left: 1rem;
        top: -4rem;
        z-index: 40;
      }
      .skip:focus {
        top: 0.6rem;
      }
      .frame {
        display: grid;
        grid-template: "header header" auto "nav main" 1fr / 16.75rem minmax(0, 1fr);
        min-height: 100vh;
      }
      mt-header {
        grid-area: header;
        position: sticky;
        top: 0;
        z-index: 20;
      }
      mt-navigation {
        grid-area: nav;
      }
      main {
        grid-area: main;
        padding: 1.6rem clamp(1rem, 3vw, 2.5rem) 4rem;
        outline: none;
      }
      .outside {
        display: grid;
        grid-template-rows: auto 1fr;
        min-height: 100vh;
      }
      .outside > mt-header,
      .outside > main {
        grid-area: auto;
      }
      .outside main {
        padding: clamp(1.25rem, 5vh, 4rem) 1rem 3rem;
      }
      .begin {
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 1rem;
        min-height: 70vh;
        text-align: center;
      }
      .begin svg {
        animation: breathe 1.4s ease-in-out infinite alternate;
      }
      @media (max-width: 860px) {
        :host {
          --mt-foot: 4rem;
        }
        .frame {
          grid-template: "header" auto "main" 1fr / minmax(0, 1fr);
        }
        main {
          padding: 1.1rem 1rem calc(6rem + env(safe-area-inset-bottom));
        }
      }
      @media print {
        mt-header,
        mt-navigation,
        mt-toasts,
        .skip {
          display: none;
        }
        .frame {
          display: block;
        }
        main {
          padding: 0;
        }
      }
    `]}connectedCallback(){super.connectedCallback(),An(),On.addEventListener(`route`,()=>this.moved()),W.addEventListener(`change`,()=>this.settle()),A.on(`line`,e=>{this.standing=e}),this.begin()}async begin(){if(this.failure=null,this.route.page===`join`)this.begun=!0;else try{await W.begin(),this.begun=!0,this.settle()}catch(e){this.failure=e}}settle(){let{page:e}=this.route;if(e!==`join`){if(W.setupNeeded)e!==`setup`&&L(`/setup`,!0);else if(!W.me&&e!==`missing`){let t=location.pathname+location.search;e!==`login`&&L(t===`/`||e===`setup`?`/login`:`/login?next=${encodeURIComponent(t)}`,!0)}else(e===`login`||e===`setup`)&&L(Dn(this.route.query.get(`next`)),!0);this.requestUpdate()}}moved(){let e=this.route;this.route=Tn(location.pathname,location.search),this.settle(),(e.page!==this.route.page||e.id!==this.route.id)&&(window.scrollTo(0,0),this.updateComplete.then(()=>this.renderRoot.querySelector(`main`)?.focus({preventScroll:!0})))}updated(){let e=W.hub.commune||W.hub.name;document.title=[Fo[this.route.page](),e,`Mắt Thần`].filter(Boolean).join(` · `)}page(){let{page:e,id:n,query:r}=this.route;if(!Lo.includes(e)&&!W.may(Mo(e)))return v`<div class="card empty">
        <h1>${Fo[e]()}</h1>
        <p role="alert">${t(`Tài khoản của bạn không có quyền xem trang này. Hãy nhờ quản trị viên.`)}</p>
        <a class="button primary" href="/feed">${t(`Về trang sự kiện`)}</a>
      </div>`;switch(e){case`feed`:return v`<mt-feed-page .query=${r}></mt-feed-page>`;case`event`:return v`<mt-event-page subject=${n}></mt-event-page>`;case`cameras`:return v`<mt-cameras-page></mt-cameras-page>`;case`ask_live`:return v`<mt-ask-live-page .query=${r}></mt-ask-live-page>`;case`live`:return v`<mt-live-page subject=${n}></mt-live-page>`;case`households`:return v`<mt-households-page></mt-households-page>`;case`invite`:return v`<mt-invite-page></mt-invite-page>`;case`consents`:return v`<mt-consents-page .query=${r}></mt-consents-page>`;case`access`:return v`<mt-access-page .query=${r}></mt-access-page>`;case`requests`:return v`<mt-requests-page .query=${r}></mt-requests-page>`;case`request`:return v`<mt-request-page subject=${n}></mt-request-page>`;case`holds`:return v`<mt-holds-page></mt-holds-page>`;case`hold`:return v`<mt-hold-page subject=${n}></mt-hold-page>`;case`new_hold`:return v`<mt-new-hold-page .query=${r}></mt-new-hold-page>`;case`new_request`:return v`<mt-new-request-page .query=${r}></mt-new-request-page>`;case`reports`:return v`<mt-reports-page></mt-reports-page>`;case`report`:return v`<mt-report-page subject=${n}></mt-report-page>`;case`settings`:return v`<mt-settings-page></mt-settings-page>`;case`login`:return v`<mt-login-page></mt-login-page>`;case`setup`:return v`<mt-setup-page></mt-setup-page>`;case`join`:return v`<mt-join-page></mt-join-page>`;case`missing`:return v`<div class="card empty">
          ${x(Pe,``,52)}
          <h1>${Fo.missing()}</h1>
          <p>${t(`Địa chỉ này không dẫn tới đâu cả. Có thể nó bị gõ nhầm hoặc mất một phần khi sao chép.`)}</p>
          <a class="button primary" href="/feed">${t(`Về trang sự kiện`)}</a>
        </div>`}}waiting(){return v`<div class="begin">
      ${Yt(72)}
      ${this.failure?v`<p role="alert">${an(this.failure)}</p>
              <button class="primary" @click=${()=>this.begin()}>${t(`Thử lại`)}</button>`:v`<p role="status" class="muted">${t(`Đang kết nối với trung tâm…`)}</p>`}
    </div>`}render(){let e=this.begun&&W.me&&!Io.includes(this.route.page);return v`<nav aria-label=${t(`Lối tắt`)}>
        <a class="button skip" href="#main" @click=${this.skip}>${t(`Đến nội dung chính`)}</a>
      </nav>
      <div class=${e?`frame`:`outside`}>
        <mt-header .standing=${this.standing} .inside=${!!e}></mt-header>
        ${e?v`<mt-navigation page=${this.route.page}></mt-navigation>`:y}
        <main id="main" tabindex="-1">${this.begun?this.page():this.waiting()}</main>
      </div>
      <mt-confirm></mt-confirm>
      <mt-toasts></mt-toasts>`}skip(e){e.preventDefault(),this.renderRoot.querySelector(`main`).focus()}};B([w()],$.prototype,`route`,void 0),B([w()],$.prototype,`begun`,void 0),B([w()],$.prototype,`failure`,void 0),B([w()],$.prototype,`standing`,void 0),$=B([s(),S(`mt-console`)],$);export{$ as Console};