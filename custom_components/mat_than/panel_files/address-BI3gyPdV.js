import{i as e,n as t,t as n}from"./lit-localize-D28DvoP-.js";import{t as r}from"./preload-helper-BQUUbbNx.js";var i=class{constructor(e){this.__litLocalizeEventHandler=e=>{e.detail.status===`ready`&&this.host.requestUpdate()},this.host=e}hostConnected(){window.addEventListener(e,this.__litLocalizeEventHandler)}hostDisconnected(){window.removeEventListener(e,this.__litLocalizeEventHandler)}},a=e=>e.addController(new i(e)),o=()=>(e,t)=>(e.addInitializer(a),e),s=`M11,15H13V17H11V15M11,7H13V13H11V7M12,2C6.47,2 2,6.5 2,12A10,10 0 0,0 12,22A10,10 0 0,0 22,12A10,10 0 0,0 12,2M12,20A8,8 0 0,1 4,12A8,8 0 0,1 12,4A8,8 0 0,1 20,12A8,8 0 0,1 12,20Z`,c=`M20,11V13H8L13.5,18.5L12.08,19.92L4.16,12L12.08,4.08L13.5,5.5L8,11H20Z`,l=`M22.11,21.46L2.39,1.73L1.11,3L5.83,7.72C5.29,8.73 5,9.86 5,11V17L3,19V20H18.11L20.84,22.73L22.11,21.46M7,18V11C7,10.39 7.11,9.79 7.34,9.23L16.11,18H7M10,21H14A2,2 0 0,1 12,23A2,2 0 0,1 10,21M8.29,5.09C8.82,4.75 9.4,4.5 10,4.29C10,4.19 10,4.1 10,4A2,2 0 0,1 12,2A2,2 0 0,1 14,4C14,4.1 14,4.19 14,4.29C16.97,5.17 19,7.9 19,11V15.8L17,13.8V11A5,5 0 0,0 12,6C11.22,6 10.45,6.2 9.76,6.56L8.29,5.09Z`,u=`M12 2C10.9 2 10 2.9 10 4C10 4.1 10 4.19 10 4.29C7.12 5.14 5 7.82 5 11V17L3 19V20H12.35C12.12 19.36 12 18.68 12 18H7V11C7 8.24 9.24 6 12 6C14.76 6 17 8.24 17 11V12.09C17.33 12.03 17.67 12 18 12C18.34 12 18.67 12.03 19 12.09V11C19 7.82 16.88 5.14 14 4.29C14 4.19 14 4.1 14 4C14 2.9 13.11 2 12 2M17 14V17H14V19H17V22H19V19H22V17H19V14M10 21C10 22.11 10.9 23 12 23C12.66 23 13.28 22.67 13.65 22.13C13.33 21.79 13.05 21.41 12.81 21Z`,d=`M12,8H4A2,2 0 0,0 2,10V14A2,2 0 0,0 4,16H5V20A1,1 0 0,0 6,21H8A1,1 0 0,0 9,20V16H12L17,20V4L12,8M15,15.6L13,14H4V10H13L15,8.4V15.6M21.5,12C21.5,13.71 20.54,15.26 19,16V8C20.53,8.75 21.5,10.3 21.5,12Z`,f=`M6 1V3H5C3.89 3 3 3.89 3 5V19C3 20.1 3.89 21 5 21H11.1C12.36 22.24 14.09 23 16 23C19.87 23 23 19.87 23 16C23 14.09 22.24 12.36 21 11.1V5C21 3.9 20.11 3 19 3H18V1H16V3H8V1M5 5H19V7H5M5 9H19V9.67C18.09 9.24 17.07 9 16 9C12.13 9 9 12.13 9 16C9 17.07 9.24 18.09 9.67 19H5M16 11.15C18.68 11.15 20.85 13.32 20.85 16C20.85 18.68 18.68 20.85 16 20.85C13.32 20.85 11.15 18.68 11.15 16C11.15 13.32 13.32 11.15 16 11.15M15 13V16.69L18.19 18.53L18.94 17.23L16.5 15.82V13Z`,p=`M6.03 12.03L8.03 15.5L5.5 18.68L2 12.62L6.03 12.03M17 18V15.29C17.88 14.9 18.5 14.03 18.5 13C18.5 12.43 18.3 11.9 17.97 11.5L19.94 10.35C20.95 9.76 21.3 8.47 20.71 7.46L19.33 5.06C18.74 4.05 17.45 3.7 16.44 4.28L8.31 9C7.36 9.53 7.03 10.75 7.58 11.71L9.08 14.31C9.63 15.26 10.86 15.59 11.81 15.04L13.69 13.96C13.94 14.55 14.41 15.03 15 15.29V18C15 19.1 15.9 20 17 20H22V18H17Z`,m=`M21,7L9,19L3.5,13.5L4.91,12.09L9,16.17L19.59,5.59L21,7Z`,ee=`M12 2C6.5 2 2 6.5 2 12S6.5 22 12 22 22 17.5 22 12 17.5 2 12 2M12 20C7.59 20 4 16.41 4 12S7.59 4 12 4 20 7.59 20 12 16.41 20 12 20M16.59 7.58L10 14.17L7.41 11.59L6 13L10 17L18 9L16.59 7.58Z`,te=`M15.41,16.58L10.83,12L15.41,7.41L14,6L8,12L14,18L15.41,16.58Z`,ne=`M8.59,16.58L13.17,12L8.59,7.41L10,6L16,12L10,18L8.59,16.58Z`,re=`M19,6.41L17.59,5L12,10.59L6.41,5L5,6.41L10.59,12L5,17.59L6.41,19L12,13.41L17.59,19L19,17.59L13.41,12L19,6.41Z`,ie=`M13 19C13 19.34 13.04 19.67 13.09 20H6.5C5 20 3.69 19.5 2.61 18.43C1.54 17.38 1 16.09 1 14.58C1 13.28 1.39 12.12 2.17 11.1S4 9.43 5.25 9.15C5.67 7.62 6.5 6.38 7.75 5.43S10.42 4 12 4C13.95 4 15.6 4.68 16.96 6.04C18.32 7.4 19 9.05 19 11C20.15 11.13 21.1 11.63 21.86 12.5C22.37 13.07 22.7 13.71 22.86 14.42C21.82 13.54 20.5 13 19 13C18.89 13 18.79 13 18.68 13C18.62 13 18.56 13 18.5 13H17V11C17 9.62 16.5 8.44 15.54 7.46C14.56 6.5 13.38 6 12 6S9.44 6.5 8.46 7.46C7.5 8.44 7 9.62 7 11H6.5C5.53 11 4.71 11.34 4.03 12.03C3.34 12.71 3 13.53 3 14.5S3.34 16.29 4.03 17C4.71 17.66 5.53 18 6.5 18H13.09C13.04 18.33 13 18.66 13 19M17.75 19.43L16.16 17.84L15 19L17.75 22L22.5 17.25L21.34 15.84L17.75 19.43Z`,ae=`M19.8 22.6L17.15 20H6.5Q4.2 20 2.6 18.4T1 14.5Q1 12.58 2.19 11.08 3.38 9.57 5.25 9.15 5.33 8.95 5.4 8.76 5.5 8.57 5.55 8.35L1.4 4.2L2.8 2.8L21.2 21.2M6.5 18H15.15L7.1 9.95Q7.05 10.23 7.03 10.5 7 10.73 7 11H6.5Q5.05 11 4.03 12.03 3 13.05 3 14.5 3 15.95 4.03 17 5.05 18 6.5 18M11.13 14M21.6 18.75L20.15 17.35Q20.58 17 20.79 16.54 21 16.08 21 15.5 21 14.45 20.27 13.73 19.55 13 18.5 13H17V11Q17 8.93 15.54 7.46 14.08 6 12 6 11.33 6 10.7 6.16 10.07 6.33 9.5 6.68L8.05 5.23Q8.93 4.63 9.91 4.31 10.9 4 12 4 14.93 4 16.96 6.04 19 8.07 19 11 20.73 11.2 21.86 12.5 23 13.78 23 15.5 23 16.5 22.63 17.31 22.25 18.15 21.6 18.75M14.83 12.03Z`,oe=`M19,3L13,9L15,11L22,4V3M12,12.5A0.5,0.5 0 0,1 11.5,12A0.5,0.5 0 0,1 12,11.5A0.5,0.5 0 0,1 12.5,12A0.5,0.5 0 0,1 12,12.5M6,20A2,2 0 0,1 4,18C4,16.89 4.9,16 6,16A2,2 0 0,1 8,18C8,19.11 7.1,20 6,20M6,8A2,2 0 0,1 4,6C4,4.89 4.9,4 6,4A2,2 0 0,1 8,6C8,7.11 7.1,8 6,8M9.64,7.64C9.87,7.14 10,6.59 10,6A4,4 0 0,0 6,2A4,4 0 0,0 2,6A4,4 0 0,0 6,10C6.59,10 7.14,9.87 7.64,9.64L10,12L7.64,14.36C7.14,14.13 6.59,14 6,14A4,4 0 0,0 2,18A4,4 0 0,0 6,22A4,4 0 0,0 10,18C10,17.41 9.87,16.86 9.64,16.36L12,14L19,21H22V20L9.64,7.64Z`,se=`M17 3H5C3.89 3 3 3.9 3 5V19C3 20.1 3.89 21 5 21H19C20.1 21 21 20.1 21 19V7L17 3M19 19H5V5H16.17L19 7.83V19M12 12C10.34 12 9 13.34 9 15S10.34 18 12 18 15 16.66 15 15 13.66 12 12 12M6 6H15V10H6V6Z`,ce=`M6,19A2,2 0 0,0 8,21H16A2,2 0 0,0 18,19V7H6V19M8,9H16V19H8V9M15.5,4L14.5,3H9.5L8.5,4H5V6H19V4H15.5Z`,le=`M13,5V11H14.17L12,13.17L9.83,11H11V5H13M15,3H9V9H5L12,16L19,9H15V3M19,18H5V20H19V18Z`,ue=`M12,9A3,3 0 0,1 15,12A3,3 0 0,1 12,15A3,3 0 0,1 9,12A3,3 0 0,1 12,9M12,4.5C17,4.5 21.27,7.61 23,12C21.27,16.39 17,19.5 12,19.5C7,19.5 2.73,16.39 1,12C2.73,7.61 7,4.5 12,4.5M3.18,12C4.83,15.36 8.24,17.5 12,17.5C15.76,17.5 19.17,15.36 20.82,12C19.17,8.64 15.76,6.5 12,6.5C8.24,6.5 4.83,8.64 3.18,12Z`,de=`M14 13V11L12 12L10 11V13L8 14L10 15V17L12 16L14 17V15L16 14M14 2H7A2 2 0 0 0 5 4V18A2 2 0 0 0 7 20H8V18H7V4H13V8H17V18H16V20H17A2 2 0 0 0 19 18V7M14 13V11L12 12L10 11V13L8 14L10 15V17L12 16L14 17V15L16 14M10 23L12 22L14 23V18H10M14 13V11L12 12L10 11V13L8 14L10 15V17L12 16L14 17V15L16 14Z`,fe=`M14,2H6A2,2 0 0,0 4,4V20A2,2 0 0,0 6,22H13C12.59,21.75 12.2,21.44 11.86,21.1C11.53,20.77 11.25,20.4 11,20H6V4H13V9H18V10.18C18.71,10.34 19.39,10.61 20,11V8L14,2M20.31,18.9C21.64,16.79 21,14 18.91,12.68C16.8,11.35 14,12 12.69,14.08C11.35,16.19 12,18.97 14.09,20.3C15.55,21.23 17.41,21.23 18.88,20.32L22,23.39L23.39,22L20.31,18.9M16.5,19A2.5,2.5 0 0,1 14,16.5A2.5,2.5 0 0,1 16.5,14A2.5,2.5 0 0,1 19,16.5A2.5,2.5 0 0,1 16.5,19Z`,pe=`M20 6H12L10 4H4C2.9 4 2 4.9 2 6V18C2 19.1 2.9 20 4 20H20C21.1 20 22 19.1 22 18V8C22 6.9 21.1 6 20 6M20 18H16V16H14V18H4V8H14V10H16V8H20V18M16 12V10H18V12H16M14 12H16V14H14V12M18 16H16V14H18V16Z`,me=`M2.3,20.28L11.9,10.68L10.5,9.26L9.78,9.97C9.39,10.36 8.76,10.36 8.37,9.97L7.66,9.26C7.27,8.87 7.27,8.24 7.66,7.85L13.32,2.19C13.71,1.8 14.34,1.8 14.73,2.19L15.44,2.9C15.83,3.29 15.83,3.92 15.44,4.31L14.73,5L16.15,6.43C16.54,6.04 17.17,6.04 17.56,6.43C17.95,6.82 17.95,7.46 17.56,7.85L18.97,9.26L19.68,8.55C20.07,8.16 20.71,8.16 21.1,8.55L21.8,9.26C22.19,9.65 22.19,10.29 21.8,10.68L16.15,16.33C15.76,16.72 15.12,16.72 14.73,16.33L14.03,15.63C13.63,15.24 13.63,14.6 14.03,14.21L14.73,13.5L13.32,12.09L3.71,21.7C3.32,22.09 2.69,22.09 2.3,21.7C1.91,21.31 1.91,20.67 2.3,20.28M20,19A2,2 0 0,1 22,21V22H12V21A2,2 0 0,1 14,19H20Z`,he=`M6,2H18A2,2 0 0,1 20,4V20A2,2 0 0,1 18,22H6A2,2 0 0,1 4,20V4A2,2 0 0,1 6,2M12,4A6,6 0 0,0 6,10C6,13.31 8.69,16 12.1,16L11.22,13.77C10.95,13.29 11.11,12.68 11.59,12.4L12.45,11.9C12.93,11.63 13.54,11.79 13.82,12.27L15.74,14.69C17.12,13.59 18,11.9 18,10A6,6 0 0,0 12,4M12,9A1,1 0 0,1 13,10A1,1 0 0,1 12,11A1,1 0 0,1 11,10A1,1 0 0,1 12,9M7,18A1,1 0 0,0 6,19A1,1 0 0,0 7,20A1,1 0 0,0 8,19A1,1 0 0,0 7,18M12.09,13.27L14.58,19.58L17.17,18.08L12.95,12.77L12.09,13.27Z`,ge=`M11,18H13V16H11V18M12,2A10,10 0 0,0 2,12A10,10 0 0,0 12,22A10,10 0 0,0 22,12A10,10 0 0,0 12,2M12,20C7.59,20 4,16.41 4,12C4,7.59 7.59,4 12,4C16.41,4 20,7.59 20,12C20,16.41 16.41,20 12,20M12,6A4,4 0 0,0 8,10H10A2,2 0 0,1 12,8A2,2 0 0,1 14,10C14,12 11,11.75 11,15H13C13,12.75 16,12.5 16,10A4,4 0 0,0 12,6Z`,_e=`M10,20V14H14V20H19V12H22L12,3L2,12H5V20H10Z`,ve=`M22 20.7L3.3 2L2 3.3L3 4.3V19C3 20.1 3.9 21 5 21H19.7L20.7 22L22 20.7M5 19V6.3L12.6 13.9L11.1 15.8L9 13.1L6 17H15.7L17.7 19H5M8.8 5L6.8 3H19C20.1 3 21 3.9 21 5V17.2L19 15.2V5H8.8`,ye=`M20,11H23V13H20V11M1,11H4V13H1V11M13,1V4H11V1H13M4.92,3.5L7.05,5.64L5.63,7.05L3.5,4.93L4.92,3.5M16.95,5.63L19.07,3.5L20.5,4.93L18.37,7.05L16.95,5.63M12,6A6,6 0 0,1 18,12C18,14.22 16.79,16.16 15,17.2V19A1,1 0 0,1 14,20H10A1,1 0 0,1 9,19V17.2C7.21,16.16 6,14.22 6,12A6,6 0 0,1 12,6M14,21V22A1,1 0 0,1 13,23H11A1,1 0 0,1 10,22V21H14M11,18H13V15.87C14.73,15.43 16,13.86 16,12A4,4 0 0,0 12,8A4,4 0 0,0 8,12C8,13.86 9.27,15.43 11,15.87V18Z`,be=`M15.5,14H14.71L14.43,13.73C15.41,12.59 16,11.11 16,9.5A6.5,6.5 0 0,0 9.5,3A6.5,6.5 0 0,0 3,9.5A6.5,6.5 0 0,0 9.5,16C11.11,16 12.59,15.41 13.73,14.43L14,14.71V15.5L19,20.5L20.5,19L15.5,14M9.5,14C7,14 5,12 5,9.5C5,7 7,5 9.5,5C12,5 14,7 14,9.5C14,12 12,14 9.5,14M7,9H12V10H7V9Z`,xe=`M15.5,14L20.5,19L19,20.5L14,15.5V14.71L13.73,14.43C12.59,15.41 11.11,16 9.5,16A6.5,6.5 0 0,1 3,9.5A6.5,6.5 0 0,1 9.5,3A6.5,6.5 0 0,1 16,9.5C16,11.11 15.41,12.59 14.43,13.73L14.71,14H15.5M9.5,14C12,14 14,12 14,9.5C14,7 12,5 9.5,5C7,5 5,7 5,9.5C5,12 7,14 9.5,14M12,10H10V12H9V10H7V9H9V7H10V9H12V10Z`,Se=`M10,0.2C9,0.2 8.2,1 8.2,2C8.2,3 9,3.8 10,3.8C11,3.8 11.8,3 11.8,2C11.8,1 11,0.2 10,0.2M15.67,1A7.33,7.33 0 0,0 23,8.33V7A6,6 0 0,1 17,1H15.67M18.33,1C18.33,3.58 20.42,5.67 23,5.67V4.33C21.16,4.33 19.67,2.84 19.67,1H18.33M21,1A2,2 0 0,0 23,3V1H21M7.92,4.03C7.75,4.03 7.58,4.06 7.42,4.11L2,5.8V11H3.8V7.33L5.91,6.67L2,22H3.8L6.67,13.89L9,17V22H10.8V15.59L8.31,11.05L9.04,8.18L10.12,10H15V8.2H11.38L9.38,4.87C9.08,4.37 8.54,4.03 7.92,4.03Z`,Ce=`M14,3V5H17.59L7.76,14.83L9.17,16.24L19,6.41V10H21V3M19,19H5V5H12V3H5C3.89,3 3,3.9 3,5V19A2,2 0 0,0 5,21H19A2,2 0 0,0 21,19V12H19V19Z`,we=`M8,5.14V19.14L19,12.14L8,5.14Z`,Te=`M10,16.5V7.5L16,12M12,2A10,10 0 0,0 2,12A10,10 0 0,0 12,22A10,10 0 0,0 22,12A10,10 0 0,0 12,2Z`,Ee=`M12,20C7.59,20 4,16.41 4,12C4,7.59 7.59,4 12,4C16.41,4 20,7.59 20,12C20,16.41 16.41,20 12,20M12,2A10,10 0 0,0 2,12A10,10 0 0,0 12,22A10,10 0 0,0 22,12A10,10 0 0,0 12,2M10,16.5L16,12L10,7.5V16.5Z`,De=`M19,13H13V19H11V13H5V11H11V5H13V11H19V13Z`,Oe=`M19 8C20.66 8 22 9.34 22 11V17H18V21H6V17H2V11C2 9.34 3.34 8 5 8H6V3H18V8H19M8 5V8H16V5H8M16 19V15H8V19H16M18 15H20V11C20 10.45 19.55 10 19 10H5C4.45 10 4 10.45 4 11V15H6V13H18V15M19 11.5C19 12.05 18.55 12.5 18 12.5C17.45 12.5 17 12.05 17 11.5C17 10.95 17.45 10.5 18 10.5C18.55 10.5 19 10.95 19 11.5Z`,ke=`M18.4,10.6C16.55,9 14.15,8 11.5,8C6.85,8 2.92,11.03 1.54,15.22L3.9,16C4.95,12.81 7.95,10.5 11.5,10.5C13.45,10.5 15.23,11.22 16.62,12.38L13,16H22V7L18.4,10.6Z`,Ae=`M18 16.08C17.24 16.08 16.56 16.38 16.04 16.85L8.91 12.7C8.96 12.47 9 12.24 9 12S8.96 11.53 8.91 11.3L15.96 7.19C16.5 7.69 17.21 8 18 8C19.66 8 21 6.66 21 5S19.66 2 18 2 15 3.34 15 5C15 5.24 15.04 5.47 15.09 5.7L8.04 9.81C7.5 9.31 6.79 9 6 9C4.34 9 3 10.34 3 12S4.34 15 6 15C6.79 15 7.5 14.69 8.04 14.19L15.16 18.34C15.11 18.55 15.08 18.77 15.08 19C15.08 20.61 16.39 21.91 18 21.91S20.92 20.61 20.92 19C20.92 17.39 19.61 16.08 18 16.08M18 4C18.55 4 19 4.45 19 5S18.55 6 18 6 17 5.55 17 5 17.45 4 18 4M6 13C5.45 13 5 12.55 5 12S5.45 11 6 11 7 11.45 7 12 6.55 13 6 13M18 20C17.45 20 17 19.55 17 19S17.45 18 18 18 19 18.45 19 19 18.55 20 18 20Z`,je=`M21,11C21,16.55 17.16,21.74 12,23C6.84,21.74 3,16.55 3,11V5L12,1L21,5V11M12,21C15.75,20 19,15.54 19,11.22V6.3L12,3.18L5,6.3V11.22C5,15.54 8.25,20 12,21M10,17L6,13L7.41,11.59L10,14.17L16.59,7.58L18,9`,Me=`M21,11C21,16.55 17.16,21.74 12,23C6.84,21.74 3,16.55 3,11V5L12,1L21,5V11M12,21C15.75,20 19,15.54 19,11.22V6.3L12,3.18L5,6.3V11.22C5,15.54 8.25,20 12,21M14.8,11V9.5C14.8,8.1 13.4,7 12,7C10.6,7 9.2,8.1 9.2,9.5V11C8.6,11 8,11.6 8,12.2V15.7C8,16.4 8.6,17 9.2,17H14.7C15.4,17 16,16.4 16,15.8V12.3C16,11.6 15.4,11 14.8,11M13.5,11H10.5V9.5C10.5,8.7 11.2,8.2 12,8.2C12.8,8.2 13.5,8.7 13.5,9.5V11Z`,Ne=`M21,11C21,16.55 17.16,21.74 12,23C6.84,21.74 3,16.55 3,11V5L12,1L21,5V11M12,21C15.75,20 19,15.54 19,11.22V6.3L12,3.18L5,6.3V11.22C5,15.54 8.25,20 12,21Z`,Pe=`M11,3L12,2L13,3V5H20A1,1 0 0,1 21,6V16A1,1 0 0,1 20,17H13V20A2,2 0 0,1 15,22H9A2,2 0 0,1 11,20V17H4A1,1 0 0,1 3,16V6A1,1 0 0,1 4,5H11V3M6,8V10H18V8H6M6,12V14H13V12H6Z`,Fe=`M16,18H18V6H16M6,18L14.5,12L6,6V18Z`,Ie=`M6,18V6H8V18H6M9.5,12L18,6V18L9.5,12Z`,Le=`M18,18H6V6H18V18Z`,Re=`M12.5,8C9.85,8 7.45,9 5.6,10.6L2,7V16H11L7.38,12.38C8.77,11.22 10.54,10.5 12.5,10.5C16.04,10.5 19.05,12.81 20.1,16L22.47,15.22C21.08,11.03 17.15,8 12.5,8Z`,ze=`M2,2V8H4.28L5.57,16H4V22H10V20.06L15,20.05V22H21V16H19.17L20,9H22V3H16V6.53L14.8,8H9.59L8,5.82V2M4,4H6V6H4M18,5H20V7H18M6.31,8H7.11L9,10.59V14H15V10.91L16.57,9H18L17.16,16H15V18.06H10V16H7.6M11,10H13V12H11M6,18H8V20H6M17,18H19V20H17`,Be=`M15,8V16H5V8H15M16,6H4A1,1 0 0,0 3,7V17A1,1 0 0,0 4,18H16A1,1 0 0,0 17,17V13.5L21,17.5V6.5L17,10.5V7A1,1 0 0,0 16,6Z`,Ve=`M17.75,4.09L15.22,6.03L16.13,9.09L13.5,7.28L10.87,9.09L11.78,6.03L9.25,4.09L12.44,4L13.5,1L14.56,4L17.75,4.09M21.25,11L19.61,12.25L20.2,14.23L18.5,13.06L16.8,14.23L17.39,12.25L15.75,11L17.81,10.95L18.5,9L19.19,10.95L21.25,11M18.97,15.95C19.8,15.87 20.69,17.05 20.16,17.8C19.84,18.25 19.5,18.67 19.08,19.07C15.17,23 8.84,23 4.94,19.07C1.03,15.17 1.03,8.83 4.94,4.93C5.34,4.53 5.76,4.17 6.21,3.85C6.96,3.32 8.14,4.21 8.06,5.04C7.79,7.9 8.75,10.87 10.95,13.06C13.14,15.26 16.1,16.22 18.97,15.95M17.33,17.97C14.5,17.81 11.7,16.64 9.53,14.5C7.36,12.31 6.2,9.5 6.04,6.68C3.23,9.82 3.34,14.64 6.35,17.66C9.37,20.67 14.19,20.78 17.33,17.97Z`,h=globalThis,g=h.ShadowRoot&&(h.ShadyCSS===void 0||h.ShadyCSS.nativeShadow)&&`adoptedStyleSheets`in Document.prototype&&`replace`in CSSStyleSheet.prototype,_=Symbol(),He=new WeakMap,Ue=class{constructor(e,t,n){if(this._$cssResult$=!0,n!==_)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=t}get styleSheet(){let e=this.o,t=this.t;if(g&&e===void 0){let n=t!==void 0&&t.length===1;n&&(e=He.get(t)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),n&&He.set(t,e))}return e}toString(){return this.cssText}},We=e=>new Ue(typeof e==`string`?e:e+``,void 0,_),v=(e,...t)=>new Ue(e.length===1?e[0]:t.reduce((t,n,r)=>t+(e=>{if(!0===e._$cssResult$)return e.cssText;if(typeof e==`number`)return e;throw Error(`Value passed to 'css' function must be a 'css' function result: `+e+`. Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.`)})(n)+e[r+1],e[0]),e,_),Ge=(e,t)=>{if(g)e.adoptedStyleSheets=t.map(e=>e instanceof CSSStyleSheet?e:e.styleSheet);else for(let n of t){let t=document.createElement(`style`),r=h.litNonce;r!==void 0&&t.setAttribute(`nonce`,r),t.textContent=n.cssText,e.appendChild(t)}},Ke=g?e=>e:e=>e instanceof CSSStyleSheet?(e=>{let t=``;for(let n of e.cssRules)t+=n.cssText;return We(t)})(e):e,{is:qe,defineProperty:Je,getOwnPropertyDescriptor:Ye,getOwnPropertyNames:Xe,getOwnPropertySymbols:Ze,getPrototypeOf:Qe}=Object,y=globalThis,$e=y.trustedTypes,et=$e?$e.emptyScript:``,tt=y.reactiveElementPolyfillSupport,b=(e,t)=>e,x={toAttribute(e,t){switch(t){case Boolean:e=e?et:null;break;case Object:case Array:e=e==null?e:JSON.stringify(e)}return e},fromAttribute(e,t){let n=e;switch(t){case Boolean:n=e!==null;break;case Number:n=e===null?null:Number(e);break;case Object:case Array:try{n=JSON.parse(e)}catch{n=null}}return n}},S=(e,t)=>!qe(e,t),nt={attribute:!0,type:String,converter:x,reflect:!1,useDefault:!1,hasChanged:S};Symbol.metadata??=Symbol(`metadata`),y.litPropertyMetadata??=new WeakMap;var C=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,t=nt){if(t.state&&(t.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((t=Object.create(t)).wrapped=!0),this.elementProperties.set(e,t),!t.noAccessor){let n=Symbol(),r=this.getPropertyDescriptor(e,n,t);r!==void 0&&Je(this.prototype,e,r)}}static getPropertyDescriptor(e,t,n){let{get:r,set:i}=Ye(this.prototype,e)??{get(){return this[t]},set(e){this[t]=e}};return{get:r,set(t){let a=r?.call(this);i?.call(this,t),this.requestUpdate(e,a,n)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??nt}static _$Ei(){if(this.hasOwnProperty(b(`elementProperties`)))return;let e=Qe(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(b(`finalized`)))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(b(`properties`))){let e=this.properties,t=[...Xe(e),...Ze(e)];for(let n of t)this.createProperty(n,e[n])}let e=this[Symbol.metadata];if(e!==null){let t=litPropertyMetadata.get(e);if(t!==void 0)for(let[e,n]of t)this.elementProperties.set(e,n)}this._$Eh=new Map;for(let[e,t]of this.elementProperties){let n=this._$Eu(e,t);n!==void 0&&this._$Eh.set(n,e)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let t=[];if(Array.isArray(e)){let n=new Set(e.flat(1/0).reverse());for(let e of n)t.unshift(Ke(e))}else e!==void 0&&t.push(Ke(e));return t}static _$Eu(e,t){let n=t.attribute;return!1===n?void 0:typeof n==`string`?n:typeof e==`string`?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,t=this.constructor.elementProperties;for(let n of t.keys())this.hasOwnProperty(n)&&(e.set(n,this[n]),delete this[n]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return Ge(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,t,n){this._$AK(e,n)}_$ET(e,t){let n=this.constructor.elementProperties.get(e),r=this.constructor._$Eu(e,n);if(r!==void 0&&!0===n.reflect){let i=(n.converter?.toAttribute===void 0?x:n.converter).toAttribute(t,n.type);this._$Em=e,i==null?this.removeAttribute(r):this.setAttribute(r,i),this._$Em=null}}_$AK(e,t){let n=this.constructor,r=n._$Eh.get(e);if(r!==void 0&&this._$Em!==r){let e=n.getPropertyOptions(r),i=typeof e.converter==`function`?{fromAttribute:e.converter}:e.converter?.fromAttribute===void 0?x:e.converter;this._$Em=r;let a=i.fromAttribute(t,e.type);this[r]=a??this._$Ej?.get(r)??a,this._$Em=null}}requestUpdate(e,t,n,r=!1,i){if(e!==void 0){let a=this.constructor;if(!1===r&&(i=this[e]),n??=a.getPropertyOptions(e),!((n.hasChanged??S)(i,t)||n.useDefault&&n.reflect&&i===this._$Ej?.get(e)&&!this.hasAttribute(a._$Eu(e,n))))return;this.C(e,t,n)}!1===this.isUpdatePending&&(this._$ES=this._$EP())}C(e,t,{useDefault:n,reflect:r,wrapped:i},a){n&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,a??t??this[e]),!0!==i||a!==void 0)||(this._$AL.has(e)||(this.hasUpdated||n||(t=void 0),this._$AL.set(e,t)),!0===r&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(e){Promise.reject(e)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[e,t]of this._$Ep)this[e]=t;this._$Ep=void 0}let e=this.constructor.elementProperties;if(e.size>0)for(let[t,n]of e){let{wrapped:e}=n,r=this[t];!0!==e||this._$AL.has(t)||r===void 0||this.C(t,void 0,n,r)}}let e=!1,t=this._$AL;try{e=this.shouldUpdate(t),e?(this.willUpdate(t),this._$EO?.forEach(e=>e.hostUpdate?.()),this.update(t)):this._$EM()}catch(t){throw e=!1,this._$EM(),t}e&&this._$AE(t)}willUpdate(e){}_$AE(e){this._$EO?.forEach(e=>e.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(e=>this._$ET(e,this[e])),this._$EM()}updated(e){}firstUpdated(e){}};C.elementStyles=[],C.shadowRootOptions={mode:`open`},C[b(`elementProperties`)]=new Map,C[b(`finalized`)]=new Map,tt?.({ReactiveElement:C}),(y.reactiveElementVersions??=[]).push(`2.1.2`);var w=globalThis,rt=e=>e,T=w.trustedTypes,it=T?T.createPolicy(`lit-html`,{createHTML:e=>e}):void 0,E=`$lit$`,D=`lit$${Math.random().toFixed(9).slice(2)}$`,O=`?`+D,at=`<${O}>`,k=document,A=()=>k.createComment(``),j=e=>e===null||typeof e!=`object`&&typeof e!=`function`,M=Array.isArray,ot=e=>M(e)||typeof e?.[Symbol.iterator]==`function`,N=`[ 	
\f\r]`,P=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,st=/-->/g,ct=/>/g,F=RegExp(`>|${N}(?:([^\\s"'>=/]+)(${N}*=${N}*(?:[^ \t\n\f\r"'\`<>=]|("|')|))|$)`,`g`),lt=/'/g,ut=/"/g,dt=/^(?:script|style|textarea|title)$/i,ft=e=>(t,...n)=>({_$litType$:e,strings:t,values:n}),pt=ft(1),mt=ft(2),I=Symbol.for(`lit-noChange`),L=Symbol.for(`lit-nothing`),ht=new WeakMap,R=k.createTreeWalker(k,129);function gt(e,t){if(!M(e)||!e.hasOwnProperty(`raw`))throw Error(`invalid template strings array`);return it===void 0?t:it.createHTML(t)}var _t=(e,t)=>{let n=e.length-1,r=[],i,a=t===2?`<svg>`:t===3?`<math>`:``,o=P;for(let t=0;t<n;t++){let n=e[t],s,c,l=-1,u=0;for(;u<n.length&&(o.lastIndex=u,c=o.exec(n),c!==null);)u=o.lastIndex,o===P?c[1]===`!--`?o=st:c[1]===void 0?c[2]===void 0?c[3]!==void 0&&(o=F):(dt.test(c[2])&&(i=RegExp(`</`+c[2],`g`)),o=F):o=ct:o===F?c[0]===`>`?(o=i??P,l=-1):c[1]===void 0?l=-2:(l=o.lastIndex-c[2].length,s=c[1],o=c[3]===void 0?F:c[3]===`"`?ut:lt):o===ut||o===lt?o=F:o===st||o===ct?o=P:(o=F,i=void 0);let d=o===F&&e[t+1].startsWith(`/>`)?` `:``;a+=o===P?n+at:l>=0?(r.push(s),n.slice(0,l)+E+n.slice(l)+D+d):n+D+(l===-2?t:d)}return[gt(e,a+(e[n]||`<?>`)+(t===2?`</svg>`:t===3?`</math>`:``)),r]},z=class e{constructor({strings:t,_$litType$:n},r){let i;this.parts=[];let a=0,o=0,s=t.length-1,c=this.parts,[l,u]=_t(t,n);if(this.el=e.createElement(l,r),R.currentNode=this.el.content,n===2||n===3){let e=this.el.content.firstChild;e.replaceWith(...e.childNodes)}for(;(i=R.nextNode())!==null&&c.length<s;){if(i.nodeType===1){if(i.hasAttributes())for(let e of i.getAttributeNames())if(e.endsWith(E)){let t=u[o++],n=i.getAttribute(e).split(D),r=/([.?@])?(.*)/.exec(t);c.push({type:1,index:a,name:r[2],strings:n,ctor:r[1]===`.`?yt:r[1]===`?`?U:r[1]===`@`?bt:H}),i.removeAttribute(e)}else e.startsWith(D)&&(c.push({type:6,index:a}),i.removeAttribute(e));if(dt.test(i.tagName)){let e=i.textContent.split(D),t=e.length-1;if(t>0){i.textContent=T?T.emptyScript:``;for(let n=0;n<t;n++)i.append(e[n],A()),R.nextNode(),c.push({type:2,index:++a});i.append(e[t],A())}}}else if(i.nodeType===8){if(i.data===O)c.push({type:2,index:a});else{let e=-1;for(;(e=i.data.indexOf(D,e+1))!==-1;)c.push({type:7,index:a}),e+=D.length-1}}a++}}static createElement(e,t){let n=k.createElement(`template`);return n.innerHTML=e,n}};function B(e,t,n=e,r){if(t===I)return t;let i=r===void 0?n._$Cl:n._$Co?.[r],a=j(t)?void 0:t._$litDirective$;return i?.constructor!==a&&(i?._$AO?.(!1),a===void 0?i=void 0:(i=new a(e),i._$AT(e,n,r)),r===void 0?n._$Cl=i:(n._$Co??=[])[r]=i),i!==void 0&&(t=B(e,i._$AS(e,t.values),i,r)),t}var vt=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:n}=this._$AD,r=(e?.creationScope??k).importNode(t,!0);R.currentNode=r;let i=R.nextNode(),a=0,o=0,s=n[0];for(;s!==void 0;){if(a===s.index){let t;s.type===2?t=new V(i,i.nextSibling,this,e):s.type===1?t=new s.ctor(i,s.name,s.strings,this,e):s.type===6&&(t=new xt(i,this,e)),this._$AV.push(t),s=n[++o]}a!==s?.index&&(i=R.nextNode(),a++)}return R.currentNode=k,r}p(e){let t=0;for(let n of this._$AV)n!==void 0&&(n.strings===void 0?n._$AI(e[t]):(n._$AI(e,n,t),t+=n.strings.length-2)),t++}},V=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,n,r){this.type=2,this._$AH=L,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=n,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return t!==void 0&&e?.nodeType===11&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=B(this,e,t),j(e)?e===L||e==null||e===``?(this._$AH!==L&&this._$AR(),this._$AH=L):e!==this._$AH&&e!==I&&this._(e):e._$litType$===void 0?e.nodeType===void 0?ot(e)?this.k(e):this._(e):this.T(e):this.$(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==L&&j(this._$AH)?this._$AA.nextSibling.data=e:this.T(k.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:n}=e,r=typeof n==`number`?this._$AC(e):(n.el===void 0&&(n.el=z.createElement(gt(n.h,n.h[0]),this.options)),n);if(this._$AH?._$AD===r)this._$AH.p(t);else{let e=new vt(r,this),n=e.u(this.options);e.p(t),this.T(n),this._$AH=e}}_$AC(e){let t=ht.get(e.strings);return t===void 0&&ht.set(e.strings,t=new z(e)),t}k(t){M(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,r,i=0;for(let a of t)i===n.length?n.push(r=new e(this.O(A()),this.O(A()),this,this.options)):r=n[i],r._$AI(a),i++;i<n.length&&(this._$AR(r&&r._$AB.nextSibling,i),n.length=i)}_$AR(e=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);e!==this._$AB;){let t=rt(e).nextSibling;rt(e).remove(),e=t}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},H=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,n,r,i){this.type=1,this._$AH=L,this._$AN=void 0,this.element=e,this.name=t,this._$AM=r,this.options=i,n.length>2||n[0]!==``||n[1]!==``?(this._$AH=Array(n.length-1).fill(new String),this.strings=n):this._$AH=L}_$AI(e,t=this,n,r){let i=this.strings,a=!1;if(i===void 0)e=B(this,e,t,0),a=!j(e)||e!==this._$AH&&e!==I,a&&(this._$AH=e);else{let r=e,o,s;for(e=i[0],o=0;o<i.length-1;o++)s=B(this,r[n+o],t,o),s===I&&(s=this._$AH[o]),a||=!j(s)||s!==this._$AH[o],s===L?e=L:e!==L&&(e+=(s??``)+i[o+1]),this._$AH[o]=s}a&&!r&&this.j(e)}j(e){e===L?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??``)}},yt=class extends H{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===L?void 0:e}},U=class extends H{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==L)}},bt=class extends H{constructor(e,t,n,r,i){super(e,t,n,r,i),this.type=5}_$AI(e,t=this){if((e=B(this,e,t,0)??L)===I)return;let n=this._$AH,r=e===L&&n!==L||e.capture!==n.capture||e.once!==n.once||e.passive!==n.passive,i=e!==L&&(n===L||r);r&&this.element.removeEventListener(this.name,this,n),i&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH==`function`?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},xt=class{constructor(e,t,n){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=n}get _$AU(){return this._$AM._$AU}_$AI(e){B(this,e)}},St={M:E,P:D,A:O,C:1,L:_t,R:vt,D:ot,V:B,I:V,H,N:U,U:bt,B:yt,F:xt},Ct=w.litHtmlPolyfillSupport;Ct?.(z,V),(w.litHtmlVersions??=[]).push(`3.3.3`);var wt=(e,t,n)=>{let r=n?.renderBefore??t,i=r._$litPart$;if(i===void 0){let e=n?.renderBefore??null;r._$litPart$=i=new V(t.insertBefore(A(),e),e,void 0,n??{})}return i._$AI(e),i},W=globalThis,G=class extends C{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let t=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=wt(t,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return I}};G._$litElement$=!0,G.finalized=!0,W.litElementHydrateSupport?.({LitElement:G});var Tt=W.litElementPolyfillSupport;Tt?.({LitElement:G}),(W.litElementVersions??=[]).push(`4.2.2`);var Et={attribute:!0,type:String,converter:x,reflect:!1,hasChanged:S},Dt=(e=Et,t,n)=>{let{kind:r,metadata:i}=n,a=globalThis.litPropertyMetadata.get(i);if(a===void 0&&globalThis.litPropertyMetadata.set(i,a=new Map),r===`setter`&&((e=Object.create(e)).wrapped=!0),a.set(n.name,e),r===`accessor`){let{name:r}=n;return{set(n){let i=t.get.call(this);t.set.call(this,n),this.requestUpdate(r,i,e,!0,n)},init(t){return t!==void 0&&this.C(r,void 0,e,t),t}}}if(r===`setter`){let{name:r}=n;return function(n){let i=this[r];t.call(this,n),this.requestUpdate(r,i,e,!0,n)}}throw Error(`Unsupported decorator location: `+r)};function Ot(e){return(t,n)=>typeof n==`object`?Dt(e,t,n):((e,t,n)=>{let r=t.hasOwnProperty(n);return t.constructor.createProperty(n,e),r?Object.getOwnPropertyDescriptor(t,n):void 0})(e,t,n)}function kt(e){return Ot({...e,state:!0,attribute:!1})}var At=(e,t,n)=>(n.configurable=!0,n.enumerable=!0,Reflect.decorate&&typeof t!=`object`&&Object.defineProperty(e,t,n),n);function jt(e,t){return(n,r,i)=>{let a=t=>t.renderRoot?.querySelector(e)??null;if(t){let{get:e,set:t}=typeof r==`object`?n:i??(()=>{let e=Symbol();return{get(){return this[e]},set(t){this[e]=t}}})();return At(n,r,{get(){let n=e.call(this);return n===void 0&&(n=a(this),(n!==null||this.hasUpdated)&&t.call(this,n)),n}})}return At(n,r,{get(){return a(this)}})}}var Mt=e=>t=>{customElements.get(e)||customElements.define(e,t)},Nt=[v`
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
`,v`
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
`,v`
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
`,v`
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
`,v`
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
`];function Pt(e,t,n,r){var i=arguments.length,a=i<3?t:r===null?r=Object.getOwnPropertyDescriptor(t,n):r,o;if(typeof Reflect==`object`&&typeof Reflect.decorate==`function`)a=Reflect.decorate(e,t,n,r);else for(var s=e.length-1;s>=0;s--)(o=e[s])&&(a=(i<3?o(a):i>3?o(t,n,a):o(t,n))||a);return i>3&&a&&Object.defineProperty(t,n,a),a}var K=new Map,Ft;function It(e){Ft=e,K.clear()}var q={vi:`vi-VN`,en:`en-GB`};function Lt(e,t,n){let r=`${e} ${t}`,i=K.get(r)??new Intl.DateTimeFormat(q[e],{timeZone:Ft,...n});return K.set(r,i),i}var Rt=new Map;function zt(e,t,n,r){let i=`${n} ${t}`,a=Rt.get(i)??new Intl.NumberFormat(q[n],{style:`unit`,unit:t,...r});return Rt.set(i,a),a.format(e)}function J(e,t,n,r){return new Map(Lt(e,t,n).formatToParts(r).map(e=>[e.type,e.value]))}function Bt(e,t){let n=J(t,`day`,{day:`2-digit`,month:`2-digit`,year:`numeric`},new Date(e));return`${n.get(`day`)}/${n.get(`month`)}/${n.get(`year`)}`}function Y(e){let t=J(`en`,`iso`,{day:`2-digit`,month:`2-digit`,year:`numeric`},new Date(e));return`${t.get(`year`)}-${t.get(`month`)}-${t.get(`day`)}`}function X(e,t,n=!1){let r={hour:`2-digit`,minute:`2-digit`,hourCycle:`h23`};n&&(r.second=`2-digit`);let i=J(t,n?`clock s`:`clock`,r,new Date(e));return[i.get(`hour`),i.get(`minute`),i.get(`second`)].filter(e=>e!==void 0).join(`:`)}function Vt(e,t,n=!1){return`${Bt(e,t)} ${X(e,t,n)}`}function Ht(e,t){let n=Lt(t,`long`,{weekday:`long`,day:`numeric`,month:`long`}).format(new Date(e));return n.charAt(0).toUpperCase()+n.slice(1)}var Ut=86400,Wt=[[`hour`,3600],[`minute`,60]];function Gt(e){return e.charAt(0).toLowerCase()+e.slice(1)}var Kt={vi:`vừa xong`,en:`just now`};function qt(e,t,n){let r=(new Date(e).getTime()-t.getTime())/1e3,i=new Intl.RelativeTimeFormat(q[n],{numeric:`auto`});if(Math.abs(r)>=Ut){let n=Date.parse(Y(e))-Date.parse(Y(t));return Gt(i.format(Math.round(n/(1e3*Ut)),`day`))}for(let[e,t]of Wt)if(Math.abs(r)>=t)return Gt(i.format(Math.trunc(r/t),e));return Kt[n]}function Jt(e,t){let n=Math.max(1,Math.round(e)),r=t===`vi`?`long`:`short`,i=(e,n)=>zt(e,n,t,{unitDisplay:r});if(n<60)return i(n,`second`);if(n<3600)return[i(Math.floor(n/60),`minute`),n%60?i(n%60,`second`):``].join(` `).trim();let a=Math.floor(n%3600/60);return[i(Math.floor(n/3600),`hour`),a?i(a,`minute`):``].join(` `).trim()}function Yt(e,t){let[n,r]=e>=1e9?[e/1e9,`gigabyte`]:e>=1e6?[e/1e6,`megabyte`]:[e/1e3,`kilobyte`];return zt(n,r,t,{maximumFractionDigits:1})}function Xt(e){return`${String(Math.floor(e/60)).padStart(2,`0`)}:${String(e%60).padStart(2,`0`)}`}function Zt(e,t){let n=Date.parse(`${e}T${t.length===5?`${t}:00`:t}Z`);if(Number.isNaN(n))return null;let r=n;for(let e=0;e<2;e+=1)r+=n-Date.parse(`${Y(r)}T${X(new Date(r),`en`,!0)}Z`);return new Date(r)}function Qt(e,t=``,n=20){return pt`<svg
    class="icon"
    viewBox="0 0 24 24"
    width=${n}
    height=${n}
    fill="currentColor"
    role=${t?`img`:L}
    aria-label=${t||L}
    aria-hidden=${t?L:`true`}
    focusable="false"
  >
    ${mt`<path d=${e} />`}
  </svg>`}var $t={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},en=e=>(...t)=>({_$litDirective$:e,values:t}),tn=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,t,n){this._$Ct=e,this._$AM=t,this._$Ci=n}_$AS(e,t){return this.update(e,t)}update(e,t){return this.render(...t)}},{I:nn}=St,rn=e=>e,an=()=>document.createComment(``),Z=(e,t,n)=>{let r=e._$AA.parentNode,i=t===void 0?e._$AB:t._$AA;if(n===void 0)n=new nn(r.insertBefore(an(),i),r.insertBefore(an(),i),e,e.options);else{let t=n._$AB.nextSibling,a=n._$AM,o=a!==e;if(o){let t;n._$AQ?.(e),n._$AM=e,n._$AP!==void 0&&(t=e._$AU)!==a._$AU&&n._$AP(t)}if(t!==i||o){let e=n._$AA;for(;e!==t;){let t=rn(e).nextSibling;rn(r).insertBefore(e,i),e=t}}}return n},Q=(e,t,n=e)=>(e._$AI(t,n),e),on={},sn=(e,t=on)=>e._$AH=t,cn=e=>e._$AH,$=e=>{e._$AR(),e._$AA.remove()},ln=(e,t,n)=>{let r=new Map;for(let i=t;i<=n;i++)r.set(e[i],i);return r},un=en(class extends tn{constructor(e){if(super(e),e.type!==$t.CHILD)throw Error(`repeat() can only be used in text expressions`)}dt(e,t,n){let r;n===void 0?n=t:t!==void 0&&(r=t);let i=[],a=[],o=0;for(let t of e)i[o]=r?r(t,o):o,a[o]=n(t,o),o++;return{values:a,keys:i}}render(e,t,n){return this.dt(e,t,n).values}update(e,[t,n,r]){let i=cn(e),{values:a,keys:o}=this.dt(t,n,r);if(!Array.isArray(i))return this.ut=o,a;let s=this.ut??=[],c=[],l,u,d=0,f=i.length-1,p=0,m=a.length-1;for(;d<=f&&p<=m;)if(i[d]===null)d++;else if(i[f]===null)f--;else if(s[d]===o[p])c[p]=Q(i[d],a[p]),d++,p++;else if(s[f]===o[m])c[m]=Q(i[f],a[m]),f--,m--;else if(s[d]===o[m])c[m]=Q(i[d],a[m]),Z(e,c[m+1],i[d]),d++,m--;else if(s[f]===o[p])c[p]=Q(i[f],a[p]),Z(e,i[d],i[f]),f--,p++;else if(l===void 0&&(l=ln(o,p,m),u=ln(s,d,f)),l.has(s[d])){if(l.has(s[f])){let t=u.get(o[p]),n=t===void 0?null:i[t];if(n===null){let t=Z(e,i[d]);Q(t,a[p]),c[p]=t}else c[p]=Q(n,a[p]),Z(e,i[d],n),i[t]=null;p++}else $(i[f]),f--}else $(i[d]),d++;for(;p<=m;){let t=Z(e,c[m+1]);Q(t,a[p]),c[p++]=t}for(;d<=f;){let e=i[d++];e!==null&&$(e)}return this.ut=o,sn(e,c),I}});function dn(e){return typeof e==`object`&&!!e&&`code`in e&&`message`in e}var fn=class extends EventTarget{constructor(e,t){super(),this.house=e,this.restMs=t,this.list=[],this.timer=0,this.readAt=0}async read(){this.leave(),this.readAt=Date.now(),await this.ask(),this.dispatchEvent(new Event(`change`))}readSoon(){this.timer||=window.setTimeout(()=>void this.read(),Math.max(0,this.readAt+this.restMs-Date.now()))}leave(){clearTimeout(this.timer),this.timer=0}},pn=5e3,mn=class extends fn{constructor(e){super(e,pn),this.known=!1,this.failure=null}get waiting(){return this.list.filter(({state:e})=>e===`waiting`)}get(e){return this.list.find(({request_id:t})=>t===e)}async ask(){try{this.list=(await this.house.ask(`requests`)).requests,this.known=!0,this.failure=null}catch(e){this.failure=e}}},hn={loaded:!0,engine:!0,cameras:[],storage:null},gn={...hn,loaded:!1},_n=3e3,vn=[640,1280,1920],yn=class extends EventTarget{constructor(e,t=!0){super(),this.hass=e,this.withRequests=t,this.overview=hn,this.known=!1,this.requests=new mn(this),this.stop=null,this.timer=0,this.follow=()=>{clearTimeout(this.timer);let e=this.listen(`panel/overview`,{},e=>this.hear(e));this.stop=e,e.catch(()=>{this.stop===e&&(this.hear(gn),this.timer=window.setTimeout(this.follow,_n))})}}enter(){this.stop||(this.hass.connection.addEventListener(`ready`,this.follow),this.follow())}hear(e){this.overview=e,this.known=!0,this.withRequests&&e.loaded&&this.requests.readSoon(),this.dispatchEvent(new Event(`change`))}leave(){clearTimeout(this.timer),this.hass.connection.removeEventListener(`ready`,this.follow),this.requests.leave(),this.stop?.then(e=>e()).catch(()=>void 0),this.stop=null}camera(e){return this.overview.cameras.find(t=>t.camera_id===e)}ask(e,t={}){return this.hass.callWS({type:`mat_than/${e}`,...t})}listen(e,t,n){return this.hass.connection.subscribeMessage(n,{type:`mat_than/${e}`,...t},{resubscribe:!1})}async signed(e,t=3600){let{path:n}=await this.hass.callWS({type:`auth/sign_path`,path:e,expires:t});return this.hass.hassUrl(n)}word(e,t){return this.hass.localize(`component.mat_than.${e}.${t}`)||t}sentence(e){if(dn(e)){let{translation_key:n,translation_placeholders:r}=e;return n&&this.hass.localize(`component.mat_than.exceptions.${n}.message`,r)||(e.code===`unauthorized`?t(`Bạn không có quyền làm việc này. Hãy hỏi người quản trị nhà.`):e.message)}return t(`Không nói chuyện được với Home Assistant. Hãy thử lại.`)}reason(e){return this.hass.localize(`component.mat_than.exceptions.${e}.message`)||this.sentence({code:e,message:e})}async loadWords(){await Promise.all([`entity`,`exceptions`,`issues`].map(e=>this.hass.loadBackendTranslation(e,`mat_than`)))}picture(e,t=0){let n=e?this.hass.states[e]:void 0,r=n?.attributes.entity_picture,i=e?.startsWith(`image.`)&&n?.state===`unknown`;if(typeof r!=`string`||i)return null;let a=this.hass.hassUrl(r),o=vn.find(e=>e>=t);return t&&o?`${a}${a.includes(`?`)?`&`:`?`}width=${o}`:a}},{getLocale:bn,setLocale:xn}=n({sourceLocale:`vi`,targetLocales:[`en`],loadLocale:()=>r(()=>import(`./en-BkN3j-rg.js`),[],import.meta.url)}),Sn=()=>bn();async function Cn(e){let t=e.startsWith(`vi`)?`vi`:`en`;t!==bn()&&await xn(t)}var wn=v`
  :host {
    --mt-ground: var(--primary-background-color);
    --mt-surface: var(--card-background-color, var(--ha-card-background, #fff));
    --mt-raised: var(--card-background-color, #fff);
    --mt-text: var(--primary-text-color);
    --mt-muted: color-mix(in oklab, var(--primary-text-color) 72%, var(--mt-surface));
    --mt-line: var(--divider-color);
    --mt-line-strong: color-mix(in oklab, var(--primary-text-color) 50%, var(--mt-surface));
    --mt-sunken: color-mix(in oklab, var(--primary-text-color) 9%, var(--mt-surface));
    --mt-primary: color-mix(in oklab, var(--primary-color) 55%, var(--primary-text-color));
    --mt-primary-hover: color-mix(in oklab, var(--primary-color) 40%, var(--primary-text-color));
    --mt-on-primary: var(--mt-surface);
    --mt-primary-soft: color-mix(in oklab, var(--primary-color) 16%, var(--mt-surface));
    --mt-on-primary-soft: color-mix(in oklab, var(--primary-color) 30%, var(--primary-text-color));
    --mt-gold: color-mix(in oklab, var(--warning-color, #ffa600) 45%, var(--primary-text-color));
    --mt-gold-soft: color-mix(in oklab, var(--warning-color, #ffa600) 18%, var(--mt-surface));
    --mt-mark: color-mix(in oklab, var(--warning-color, #ffa600) 85%, var(--primary-text-color));
    --mt-live: color-mix(in oklab, var(--success-color, #43a047) 50%, var(--primary-text-color));
    --mt-live-soft: color-mix(in oklab, var(--success-color, #43a047) 16%, var(--mt-surface));
    --mt-danger: color-mix(in oklab, var(--error-color, #db4437) 60%, var(--primary-text-color));
    --mt-danger-soft: color-mix(in oklab, var(--error-color, #db4437) 14%, var(--mt-surface));
    --mt-danger-fill: #b3261e;
    --mt-night: color-mix(in oklab, #6f74d8 55%, var(--primary-text-color));
    --mt-night-soft: color-mix(in oklab, #6f74d8 20%, var(--mt-surface));
    --mt-shadow: var(--ha-card-box-shadow, 0 1px 2px rgb(0 0 0 / 12%));
    --mt-shadow-high: 0 12px 40px rgb(0 0 0 / 35%);
    --mt-radius: 14px;
    --mt-font: var(--ha-font-family-body, Roboto, "Noto Sans", sans-serif);
    --mt-mono: var(--ha-font-family-code, ui-monospace, monospace);
    color: var(--mt-text);
    font-family: var(--mt-font);
    line-height: 1.45;
  }
`,Tn=[`today`,`timeline`,`zones`,`storage`,`sharing`];function En(e){let[t=``,...n]=e.split(`/`).filter(Boolean).map(Dn),r=Tn.find(e=>e===t);return r?{page:r,path:n}:{page:`today`,path:[]}}function Dn(e){try{return decodeURIComponent(e)}catch{return e}}function On(e,t,...n){return[e,t,...n.map(encodeURIComponent)].join(`/`)}function kn(e,t=!1){t?history.replaceState(null,``,e):history.pushState(null,``,e),window.dispatchEvent(new CustomEvent(`location-changed`,{detail:{replace:t}}))}function An(e){e.ctrlKey||e.metaKey||e.shiftKey||e.button!==0||(e.preventDefault(),kn(e.currentTarget.getAttribute(`href`)??``))}export{ue as $,G as A,Ve as At,f as B,It as C,Pe as Ct,jt as D,Re as Dt,Mt as E,Le as Et,s as F,ne as G,m as H,c as I,ae as J,re as K,l as L,pt as M,a as Mt,mt as N,kt as O,ze as Ot,v as P,le as Q,u as R,Jt as S,Ne as St,Nt as T,Ie as Tt,ee as U,p as V,te as W,se as X,oe as Y,ce as Z,Y as _,Oe as _t,En as a,ge as at,Vt as b,je as bt,Cn as c,ye as ct,un as d,Se as dt,de as et,Qt as f,Ce as ft,Zt as g,De as gt,Bt as h,Ee as ht,kn as i,he as it,L as j,o as jt,Ot as k,Be as kt,yn as l,be as lt,X as m,Te as mt,On as n,pe as nt,wn as o,_e as ot,qt as p,we as pt,ie as q,An as r,me as rt,Sn as s,ve as st,Tn as t,fe as tt,fn as u,xe as ut,Ht as v,ke as vt,Pt as w,Fe as wt,Yt as x,Me as xt,Xt as y,Ae as yt,d as z};